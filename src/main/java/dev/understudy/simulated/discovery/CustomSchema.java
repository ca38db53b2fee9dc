package dev.understudy.simulated.discovery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.custom.DefinedVersion;
import java.util.function.Supplier;

/** The schema of a defined kind as its definition gives it, with the fields that every object has. */
final class CustomSchema {
    private CustomSchema() {}

    static ObjectNode of(DefinedVersion version, Resource resource, Supplier<ObjectNode> metadata) {
        ObjectNode schema = version.schema() instanceof ObjectNode written
                ? written.deepCopy()
                : JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.withObjectProperty("properties");
        properties
                .putObject("apiVersion")
                .put("description", "Group and version of the API in which this object is written.")
                .put("type", "string");
        properties
                .putObject("kind")
                .put("description", "What sort of object this is.")
                .put("type", "string");
        properties
                .putObject("metadata")
                .put("description", "Name, labels and what else every object has.")
                .putArray("allOf")
                .add(metadata.get());
        schema.putArray("x-kubernetes-group-version-kind")
                .addObject()
                .put("group", resource.group())
                .put("kind", resource.kind())
                .put("version", resource.version());
        return schema;
    }
}
