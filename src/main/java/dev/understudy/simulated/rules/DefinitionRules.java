package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** CustomResourceDefinitions: names that follow from others, one storage version, structural schemas. */
final class DefinitionRules implements KindRules {
    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        ObjectNode names = Fill.object(spec, "names");
        String kind = names.path("kind").asText("");
        if (!kind.isEmpty()) {
            Fill.in(names, "singular", kind.toLowerCase(Locale.ROOT));
            Fill.in(names, "listKind", kind + "List");
        }
        Fill.in(Fill.object(spec, "conversion"), "strategy", "None");
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        checkName(object, spec, problems);
        for (String field : List.of("group", "scope")) {
            require(spec, field, "spec." + field, problems);
        }
        checkScope(spec.path("scope"), problems);
        checkVersions(spec.path("versions"), problems);
        for (String field : List.of("plural", "singular", "kind", "listKind")) {
            require(spec.path("names"), field, "spec.names." + field, problems);
        }
        checkConversion(spec.path("conversion"), problems);
        for (String field : List.of("group", "scope", "names.plural", "names.kind")) {
            problems.immutable(object, before, "spec." + field);
        }
    }

    private static void checkName(ObjectNode object, JsonNode spec, Problems problems) {
        String wanted = spec.path("names").path("plural").asText("") + "."
                + spec.path("group").asText("");
        JsonNode name = object.path("metadata").path("name");
        if (!name.asText("").equals(wanted)) {
            problems.invalid("metadata.name", name, "must be spec.names.plural+\".\"+spec.group");
        }
    }

    private static void checkScope(JsonNode scope, Problems problems) {
        String text = scope.asText("");
        if (!text.isEmpty() && !text.equals("Cluster") && !text.equals("Namespaced")) {
            problems.unsupported("spec.scope", scope, "\"Cluster\", \"Namespaced\"");
        }
    }

    private static void checkVersions(JsonNode versions, Problems problems) {
        int storage = 0;
        for (int i = 0; i < versions.size(); i++) {
            JsonNode version = versions.get(i);
            storage += version.path("storage").asBoolean() ? 1 : 0;
            String path = "spec.versions[" + i + "].schema.openAPIV3Schema";
            JsonNode schema = version.path("schema").path("openAPIV3Schema");
            if (schema.isMissingNode()) {
                problems.required(path, "");
            } else {
                StructuralRules.check(schema, path, problems);
            }
        }
        if (storage != 1) {
            JsonNode shown = versions.isMissingNode() ? JsonNodeFactory.instance.nullNode() : versions;
            problems.invalid("spec.versions", shown, "must have exactly one version marked as storage version");
        }
    }

    /** Conversion by a webhook would call out of this process. */
    private static void checkConversion(JsonNode conversion, Problems problems) {
        JsonNode strategy = conversion.path("strategy");
        if (!strategy.equals(TextNode.valueOf("None"))) {
            problems.unsupported(
                    "spec.conversion.strategy", strategy, "\"None\" (the simulated cluster converts by it alone)");
        }
    }

    private static void require(JsonNode parent, String field, String path, Problems problems) {
        if (parent.path(field).asText("").isEmpty()) {
            problems.required(path, "");
        }
    }
}
