package dev.understudy.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Meta;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what controllers look for in metadata; what is absent reads as an empty string, an empty list or zero. */
public final class Marks {
    private Marks() {}

    public static JsonNode labels(JsonNode object) {
        return metadata(object).path("labels");
    }

    public static String label(JsonNode object, String key) {
        return labels(object).path(key).asText();
    }

    public static JsonNode annotations(JsonNode object) {
        return metadata(object).path("annotations");
    }

    public static String annotation(JsonNode object, String key) {
        return annotations(object).path(key).asText();
    }

    public static long generation(JsonNode object) {
        return metadata(object).path("generation").asLong();
    }

    /** Returns when the object was stored; the epoch when it never was. */
    public static Instant created(JsonNode object) {
        return Timestamps.read(metadata(object).path("creationTimestamp")).orElse(Instant.EPOCH);
    }

    public static boolean hasFinalizer(JsonNode object, String finalizer) {
        return finalizers(object).contains(finalizer);
    }

    public static List<String> finalizers(JsonNode object) {
        return stream(metadata(object).path("finalizers")).map(JsonNode::asText).toList();
    }

    /** Takes a finalizer off a copy that the caller is about to write. */
    public static void removeFinalizer(ObjectNode object, String finalizer) {
        var left = finalizers(object).stream()
                .filter(name -> !name.equals(finalizer))
                .toList();
        var metadata = object.withObjectProperty("metadata");
        if (left.isEmpty()) {
            metadata.remove("finalizers");
        } else {
            left.forEach(metadata.putArray("finalizers")::add);
        }
    }

    public static void annotate(ObjectNode object, String key, String value) {
        object.withObjectProperty("metadata").withObjectProperty("annotations").put(key, value);
    }

    public static List<Owner> owners(JsonNode object) {
        return stream(metadata(object).path("ownerReferences")).map(Owner::read).toList();
    }

    /** Returns the one owner that controls the object. */
    public static Optional<Owner> controller(JsonNode object) {
        return owners(object).stream().filter(Owner::controller).findFirst();
    }

    public static boolean controlledBy(JsonNode object, ObjectNode owner) {
        return controller(object)
                .filter(found -> found.uid().equals(Meta.uid(owner)))
                .isPresent();
    }

    private static JsonNode metadata(JsonNode object) {
        return object.path("metadata");
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
