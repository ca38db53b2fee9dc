package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What makes an OpenAPI schema structural: every field has a type, every list says what its elements are. */
final class StructuralRules {
    private static final Set<String> TYPES = Set.of("array", "boolean", "integer", "number", "object", "string");
    private static final String SUPPORTED = "\"array\", \"boolean\", \"integer\", \"number\", \"object\", \"string\"";

    private StructuralRules() {}

    static void check(JsonNode schema, String path, Problems problems) {
        JsonNode type = schema.path("type");
        boolean free = schema.path("x-kubernetes-int-or-string").asBoolean()
                || schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
        if (type.asText("").isEmpty()) {
            if (!free) {
                problems.required(path + ".type", emptyType(path));
            }
        } else if (!TYPES.contains(type.asText())) {
            problems.unsupported(path + ".type", type, SUPPORTED);
        }
        if (type.asText("").equals("array") && !schema.has("items")) {
            // The server names the path of an older version of its API here.
            problems.required(older(path) + ".items", "must be specified");
        }
        checkPattern(schema.path("pattern"), path, problems);
        schema.path("properties")
                .properties()
                .forEach(entry -> check(entry.getValue(), path + ".properties[" + entry.getKey() + "]", problems));
        if (schema.path("items").isObject()) {
            check(schema.path("items"), path + ".items", problems);
        }
        if (schema.path("additionalProperties").isObject()) {
            check(schema.path("additionalProperties"), path + ".additionalProperties", problems);
        }
    }

    private static String emptyType(String path) {
        return path.endsWith("openAPIV3Schema")
                ? "must not be empty at the root"
                : path.endsWith(".items")
                        ? "must not be empty for specified array items"
                        : "must not be empty for specified object fields";
    }

    private static String older(String path) {
        return path.replaceFirst("^spec\\.versions\\[0]\\.schema", "spec.validation");
    }

    private static void checkPattern(JsonNode pattern, String path, Problems problems) {
        try {
            Pattern.compile(pattern.asText(""));
        } catch (PatternSyntaxException unreadable) {
            problems.invalid(
                    path + ".pattern",
                    pattern,
                    "must be a valid regular expression, but isn't: " + unreadable.getDescription());
        }
    }
}
