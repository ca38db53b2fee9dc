package dev.understudy.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A label selector. An empty one selects nothing here: no controller may claim everything by omission. */
public final class Selector {
    private final List<Predicate<JsonNode>> requirements = new ArrayList<>();

    private Selector() {}

    /** Reads {@code matchLabels} and {@code matchExpressions}. */
    public static Selector of(JsonNode selector) {
        var read = ofLabels(selector.path("matchLabels"));
        selector.path("matchExpressions").forEach(expression -> read.requirements.add(requirement(expression)));
        return read;
    }

    /** Reads a plain map of labels, as Services have. */
    public static Selector ofLabels(JsonNode labels) {
        var read = new Selector();
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            read.requirements.add(have -> have.path(label.getKey()).equals(label.getValue()));
        }
        return read;
    }

    public boolean isEmpty() {
        return requirements.isEmpty();
    }

    /** Tells whether the object's labels satisfy every requirement. */
    public boolean matches(JsonNode object) {
        var labels = Marks.labels(object);
        return !isEmpty() && requirements.stream().allMatch(requirement -> requirement.test(labels));
    }

    private static Predicate<JsonNode> requirement(JsonNode expression) {
        var key = expression.path("key").asText();
        var values = new ArrayList<String>();
        expression.path("values").forEach(value -> values.add(value.asText()));
        return switch (expression.path("operator").asText()) {
            case "In" ->
                labels -> labels.has(key) && values.contains(labels.path(key).asText());
            case "NotIn" ->
                labels -> !labels.has(key) || !values.contains(labels.path(key).asText());
            case "Exists" -> labels -> labels.has(key);
            case "DoesNotExist" -> labels -> !labels.has(key);
            default -> _ -> false;
        };
    }
}
