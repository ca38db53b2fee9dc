package dev.understudy.simulated.discovery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.custom.DefinedVersion;
import dev.understudy.simulated.schema.Shape;
import dev.understudy.simulated.schema.Shape.Anything;
import dev.understudy.simulated.schema.Shape.Declared;
import dev.understudy.simulated.schema.Shape.ListOf;
import dev.understudy.simulated.schema.Shape.MapOf;
import dev.understudy.simulated.schema.Shape.Model;
import dev.understudy.simulated.schema.Shape.Scalar;
import dev.understudy.simulated.schema.Shape.Struct;
import dev.understudy.simulated.schema.Shapes;
import dev.understudy.simulated.store.Catalogue;
import dev.understudy.simulated.store.Kind;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The schemas of kinds and of every type below them, by name. */
final class SchemaDocument {
    private final ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    private final Catalogue kinds;

    SchemaDocument(Catalogue kinds) {
        this.kinds = kinds;
    }

    void add(Resource resource) {
        Optional<Kind> kind = kinds.find(resource.group(), resource.version(), resource.name());
        Optional<DefinedVersion> defined = kind.flatMap(kinds::version);
        if (defined.isPresent()) {
            schemas.set(nameOf(resource), CustomSchema.of(defined.get(), resource, this::metadata));
        } else if (kind.isPresent() && kinds.form(kind.get()).shape() instanceof Struct shape) {
            require(shape);
            ObjectNode schema = (ObjectNode) schemas.path(name(shape));
            schema.withArrayProperty("x-kubernetes-group-version-kind")
                    .addObject()
                    .put("group", resource.group())
                    .put("kind", resource.kind())
                    .put("version", resource.version());
        }
    }

    /** Returns the name of a defined kind's schema: the group backwards, version and kind. */
    private static String nameOf(Resource resource) {
        List<String> parts = new ArrayList<>(List.of(resource.group().split("\\.")));
        return String.join(".", parts.reversed()) + "." + resource.version() + "." + resource.kind();
    }

    private ObjectNode metadata() {
        return describe(Shapes.of(ObjectMeta.class));
    }

    ObjectNode written() {
        return schemas;
    }

    private void require(Struct struct) {
        if (schemas.has(name(struct))) {
            return;
        }
        ObjectNode schema = schemas.putObject(name(struct)).put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        struct.fields().forEach((field, shape) -> properties.set(field, describe(shape)));
    }

    private ObjectNode describe(Shape shape) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        switch (shape) {
            case Struct struct -> {
                require(struct);
                schema.put("$ref", "#/components/schemas/" + name(struct));
            }
            case ListOf list -> schema.put("type", "array").set("items", describe(list.element()));
            case MapOf map -> schema.put("type", "object").set("additionalProperties", describe(map.value()));
            case Anything any -> schema.put("type", "object");
            case Scalar scalar -> describe(scalar, schema);
        }
        return schema;
    }

    private static void describe(Scalar scalar, ObjectNode schema) {
        switch (scalar) {
            case TEXT, QUANTITY -> schema.put("type", "string");
            case INT32, INT64 -> schema.put("type", "integer").put("format", scalar.typeName());
            case NUMBER -> schema.put("type", "number");
            case BOOLEAN -> schema.put("type", "boolean");
            case INT_OR_TEXT -> schema.put("format", "int-or-string").put("type", "string");
        }
    }

    private static String name(Struct struct) {
        return switch (struct) {
            case Model model -> model.type().getName().replace("io.fabric8.kubernetes.api.model.", "io.k8s.api.");
            case Declared declared -> declared.name();
        };
    }
}
