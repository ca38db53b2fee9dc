package dev.understudy.scenario.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;

/** A schema as tables of fields for people: one table for each object, shared ones once. */
final class FieldTables {
    private record Place(String title, JsonNode object) {}

    private final JsonNode root;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Place> waiting = new ArrayDeque<>();
    private final Set<String> queued = new HashSet<>();

    private FieldTables(JsonNode root) {
        this.root = root;
    }

    static String of(JsonNode schema) {
        FieldTables tables = new FieldTables(schema);
        tables.waiting.add(new Place("spec", schema.at("/properties/spec")));
        while (!tables.waiting.isEmpty()) {
            tables.table(tables.waiting.remove());
        }
        return tables.out.toString();
    }

    private void table(Place place) {
        out.append("### `")
                .append(place.title())
                .append("`\n\n| field | value | default | meaning |\n|---|---|---|---|\n");
        Set<String> required = new HashSet<>();
        place.object().path("required").forEach(key -> required.add(key.asText()));
        List<String> choice = new ArrayList<>();
        place.object()
                .path("oneOf")
                .forEach(one -> choice.add(one.at("/required/0").asText()));
        for (Entry<String, JsonNode> field : place.object().path("properties").properties()) {
            String key = field.getKey();
            String mark = required.contains(key) ? " *" : choice.contains(key) ? " †" : "";
            String value = value(place.title(), key, field.getValue());
            JsonNode written = field.getValue().path("default");
            out.append("| `%s`%s | %s | %s | %s |\n"
                    .formatted(
                            key,
                            mark,
                            value,
                            written.isMissingNode() ? "" : "`" + plain(written) + "`",
                            field.getValue().path("description").asText().replace("|", "\\|")));
        }
        out.append('\n');
    }

    private static String plain(JsonNode written) {
        return written.isArray()
                ? written.valueStream().map(JsonNode::asText).toList().toString()
                : written.asText();
    }

    private String value(String under, String key, JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asText().replace("#/$defs/", "");
            return object(name, root.at("/$defs/" + name));
        }
        if (schema.has("anyOf")) {
            JsonNode other = schema.path("anyOf").get(1);
            String first = value(under, key, schema.path("anyOf").get(0));
            // that a parameter may stand for any value is said once, in the text above the tables
            return other.has("$ref") ? first : first + " or " + leaf(other);
        }
        if (schema.path("type").asText().equals("array")) {
            return "list of " + value(under, key + "[]", schema.path("items"));
        }
        if (schema.has("properties")) {
            return object(under.equals("spec") ? key : under + "." + key, schema);
        }
        return leaf(schema);
    }

    private String object(String title, JsonNode object) {
        if (queued.add(title)) {
            waiting.add(new Place(title, object));
        }
        return "`" + title + "`";
    }

    private static String leaf(JsonNode schema) {
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.path("enum").forEach(word -> words.add("`" + word.asText() + "`"));
            return String.join(", ", words);
        }
        if (schema.has("const")) {
            return "`" + schema.path("const").asText() + "`";
        }
        return switch (schema.path("type").asText()) {
            case "integer" ->
                "number " + schema.path("minimum").asText()
                        + (schema.has("maximum")
                                ? " to " + schema.path("maximum").asText()
                                : " or more");
            case "boolean" -> "`true`, `false`";
            case "object" -> "labels";
            case "string" -> schema.path("pattern").asText().contains("(h|m|s") ? "duration" : "text";
            default -> "text or number";
        };
    }
}
