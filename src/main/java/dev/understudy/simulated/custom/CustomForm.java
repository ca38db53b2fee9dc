package dev.understudy.simulated.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.rules.Form;
import dev.understudy.simulated.rules.Rulebook;
import dev.understudy.simulated.schema.Decoded;
import dev.understudy.simulated.schema.Decoder;
import dev.understudy.simulated.schema.Shape;
import dev.understudy.simulated.schema.Shapes;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of one version of a defined kind: its schema decides. */
public final class CustomForm implements Form {
    private static final Shape.Struct METADATA = Shapes.of(ObjectMeta.class);

    private final String kind;
    private final JsonNode schema;
    private final Shape shape;

    /** Understands objects of {@code kind} by the schema of one version. */
    public CustomForm(String kind, DefinedVersion version) {
        this.kind = kind;
        this.schema = version.schema();
        this.shape = SchemaShapes.ofObjects(kind, schema);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Decoded decode(ObjectNode object) {
        List<String> unknown = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        ObjectNode rest = object.deepCopy();
        rest.remove(List.of("apiVersion", "kind", "metadata"));
        ObjectNode decoded = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("apiVersion", "kind")) {
            if (object.has(field)) {
                decoded.set(field, object.get(field));
            }
        }
        if (object.has("metadata")) {
            decoded.set("metadata", metadata(object.get("metadata"), unknown, errors));
        }
        Pruning.prune(schema, rest, "", unknown)
                .properties()
                .forEach(entry -> decoded.set(entry.getKey(), entry.getValue()));
        return new Decoded(decoded, unknown.stream().sorted().toList(), errors);
    }

    private static ObjectNode metadata(JsonNode sent, List<String> unknown, List<String> errors) {
        if (!(sent instanceof ObjectNode metadata)) {
            String found =
                    sent.isArray() ? "array" : sent.getNodeType().toString().toLowerCase(java.util.Locale.ROOT);
            errors.add("json: cannot unmarshal " + found + " into Go value of type v1.ObjectMeta");
            return JsonNodeFactory.instance.objectNode();
        }
        Decoded decoded = Decoder.decode(METADATA, metadata);
        decoded.unknown().forEach(path -> unknown.add("metadata." + path));
        errors.addAll(decoded.errors());
        return decoded.object();
    }

    @Override
    public void fill(ObjectNode object) {
        Defaults.fill(schema, object);
    }

    /** An error that the stored object has already, in the same place and words, does not stop an update. */
    @Override
    public List<Cause> check(ObjectNode object, @Nullable ObjectNode before) {
        List<Cause> causes = new ArrayList<>(Rulebook.checkMetadata(kind, object, before));
        List<Cause> found = Validation.check(schema, object);
        List<Cause> old = before == null || found.isEmpty() ? List.of() : Validation.check(schema, before);
        found.stream().filter(cause -> !old.contains(cause)).forEach(causes::add);
        return causes;
    }
}
