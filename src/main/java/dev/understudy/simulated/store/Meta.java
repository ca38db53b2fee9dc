package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads and writes the metadata that every object has. */
public final class Meta {
    private Meta() {}

    /** Returns the metadata, adding an empty one when the object has none. */
    public static ObjectNode of(ObjectNode object) {
        JsonNode metadata = object.get("metadata");
        return metadata instanceof ObjectNode found ? found : object.putObject("metadata");
    }

    /** Returns the name, or an empty text. */
    public static String name(ObjectNode object) {
        return text(object, "name");
    }

    /** Returns the namespace, or an empty text for cluster-scoped objects. */
    public static String namespace(ObjectNode object) {
        return text(object, "namespace");
    }

    /** Returns the uid, or an empty text before the object is stored. */
    public static String uid(ObjectNode object) {
        return text(object, "uid");
    }

    /** Returns the version as the server gave it, or an empty text. */
    public static String resourceVersion(ObjectNode object) {
        return text(object, "resourceVersion");
    }

    /** Tells whether the object is being deleted. */
    public static boolean isTerminating(ObjectNode object) {
        return !text(object, "deletionTimestamp").isEmpty();
    }

    /** Tells whether something must still happen before the object may go. */
    public static boolean hasFinalizers(ObjectNode object) {
        return !object.path("metadata").path("finalizers").isEmpty();
    }

    /** Returns one text of the metadata, or an empty one. */
    public static String text(ObjectNode object, String field) {
        return object.path("metadata").path(field).asText("");
    }

    /** Returns a moment as metadata writes it, in whole seconds of UTC. */
    public static String timestamp(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
