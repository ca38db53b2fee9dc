package dev.understudy.simulated.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.simulated.rules.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Checks a value against an OpenAPI schema, in the words of the API server. */
final class Validation {
    private final List<Cause> causes = new ArrayList<>();

    private Validation() {}

    /** Returns what is wrong with an object, none when it fits. */
    static List<Cause> check(JsonNode schema, JsonNode object) {
        Validation validation = new Validation();
        validation.value(schema, object, "");
        validation.causes.addAll(UniqueElements.check(schema, object, ""));
        return validation.causes;
    }

    private void value(JsonNode schema, JsonNode value, String path) {
        if (value.isNull() && schema.path("nullable").asBoolean()) {
            return;
        }
        if (!Types.fits(schema, value)) {
            type(schema, value, path);
            return;
        }
        causes.addAll(ValueLimits.check(schema, value, path));
        enumeration(schema, value, path);
        combinations(schema, value, path);
        if (value.isObject()) {
            object(schema, value, path);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                value(schema.path("items"), value.get(i), path + "[" + i + "]");
            }
        }
    }

    private void type(JsonNode schema, JsonNode value, String path) {
        String found = "\"" + Types.nameOf(value) + "\"";
        causes.add(new Cause(
                "FieldValueTypeInvalid",
                "Invalid value: " + found + ": " + inBody(path) + " must be of type " + Types.wanted(schema) + ": "
                        + found,
                path.isEmpty() ? "<nil>" : path));
    }

    private void object(JsonNode schema, JsonNode value, String path) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                causes.add(new Cause("FieldValueRequired", "Required value", join(path, required.asText())));
            }
        }
        JsonNode further = schema.path("additionalProperties");
        value.properties().forEach(entry -> {
            JsonNode field = schema.path("properties").path(entry.getKey());
            JsonNode below = field.isMissingNode() && further.isObject() ? further : field;
            value(below, entry.getValue(), join(path, entry.getKey()));
        });
    }

    private void enumeration(JsonNode schema, JsonNode value, String path) {
        JsonNode allowed = schema.path("enum");
        if (allowed.isArray()
                && StreamSupport.stream(allowed.spliterator(), false).noneMatch(value::equals)) {
            String supported = StreamSupport.stream(allowed.spliterator(), false)
                    .map(JsonNode::asText)
                    .map(text -> TextNode.valueOf(text).toString())
                    .collect(Collectors.joining(", "));
            causes.add(new Cause(
                    "FieldValueNotSupported",
                    "Unsupported value: " + value + ": supported values: " + supported,
                    path));
        }
    }

    private void combinations(JsonNode schema, JsonNode value, String path) {
        long one = fitting(schema.path("oneOf"), value);
        if (schema.has("anyOf") && fitting(schema.path("anyOf"), value) == 0) {
            invalid(value, path, "must validate at least one schema (anyOf)");
        }
        if (schema.has("oneOf") && one != 1) {
            String found = one == 0 ? "Found none valid" : "Found " + one + " valid alternatives";
            invalid(value, path, "must validate one and only one schema (oneOf). " + found);
        }
        if (schema.has("allOf")
                && fitting(schema.path("allOf"), value) < schema.path("allOf").size()) {
            invalid(value, path, "must validate all the schemas (allOf)");
        }
        if (schema.has("not") && check(schema.path("not"), value).isEmpty()) {
            invalid(value, path, "must not validate the schema (not)");
        }
    }

    private static long fitting(JsonNode schemas, JsonNode value) {
        return StreamSupport.stream(schemas.spliterator(), false)
                .filter(schema -> check(schema, value).isEmpty())
                .count();
    }

    private void invalid(JsonNode value, String path, String why) {
        causes.add(new Cause(
                "FieldValueInvalid",
                "Invalid value: " + ValueLimits.shown(value) + ": " + inBody(path) + " " + why,
                path.isEmpty() ? "<nil>" : path));
    }

    private static String inBody(String path) {
        return path.isEmpty() ? "in body" : path + " in body";
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
