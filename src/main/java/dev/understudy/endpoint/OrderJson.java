package dev.understudy.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.exclusion.BreachKind;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Orders as they travel: {@code {"order": "hint", "who": "bo", "level": 1}}. */
final class OrderJson {
    /** More than anybody reads in a timeline. */
    private static final int LONGEST = 2000;

    private static final List<String> ORDERS = List.of("ack", "note", "hint", "breach", "glass", "abort");

    private OrderJson() {}

    static ObjectNode write(Order order) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return switch (order) {
            case Order.Acknowledge(String who) -> json.put("order", "ack").put("who", who);
            case Order.Note(String who, String text) ->
                json.put("order", "note").put("who", who).put("text", text);
            case Order.Hint(String who, int level) ->
                json.put("order", "hint").put("who", who).put("level", level);
            case Order.Breach(String who, BreachKind kind, String detail) ->
                json.put("order", "breach")
                        .put("who", who)
                        .put("kind", kind.word())
                        .put("detail", detail);
            case Order.BreakGlass(String who, String reason, boolean real) ->
                json.put("order", "glass").put("who", who).put("reason", reason).put("realEmergency", real);
            case Order.Abort(String who, String reason) ->
                json.put("order", "abort").put("who", who).put("reason", reason);
        };
    }

    /**
     * Reads an order.
     *
     * @throws RequestProblem when it is none; the problem names the field
     */
    static Order read(JsonNode json) {
        String order = text(json, "order");
        return switch (order) {
            case "ack" -> only(json, Set.of(), new Order.Acknowledge(text(json, "who")));
            case "note" -> only(json, Set.of("text"), new Order.Note(text(json, "who"), text(json, "text")));
            case "hint" -> only(json, Set.of("level"), new Order.Hint(text(json, "who"), level(json)));
            case "breach" ->
                only(
                        json,
                        Set.of("kind", "detail"),
                        new Order.Breach(text(json, "who"), kind(text(json, "kind")), maybe(json, "detail")));
            case "glass" ->
                only(
                        json,
                        Set.of("reason", "realEmergency"),
                        new Order.BreakGlass(text(json, "who"), text(json, "reason"), truth(json, "realEmergency")));
            case "abort" -> only(json, Set.of("reason"), new Order.Abort(text(json, "who"), maybe(json, "reason")));
            default ->
                throw RequestProblem.unreadable(
                        "there is no order '" + order + "'; there is " + String.join(", ", ORDERS));
        };
    }

    private static Order only(JsonNode json, Set<String> fields, Order order) {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!name.equals("order") && !name.equals("who") && !fields.contains(name)) {
                throw RequestProblem.unreadable("unknown field '" + name + "'");
            }
        }
        return order;
    }

    private static String text(JsonNode json, String field) {
        String text = maybe(json, field);
        if (text.isEmpty()) {
            throw RequestProblem.unreadable("field '" + field + "' is missing or empty");
        }
        return text;
    }

    /** Control characters would do things to the terminals on which it is shown. */
    private static String maybe(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw RequestProblem.unreadable("field '" + field + "' must be a text");
        }
        String text = value.asText("").replaceAll("\\p{Cntrl}+", " ").strip();
        if (text.length() > LONGEST) {
            throw RequestProblem.unreadable("field '" + field + "' is longer than " + LONGEST + " characters");
        }
        return text;
    }

    private static int level(JsonNode json) {
        JsonNode level = json.path("level");
        if (!level.isInt()) {
            throw RequestProblem.unreadable("field 'level' must be a whole number");
        }
        return level.intValue();
    }

    private static boolean truth(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw RequestProblem.unreadable("field '" + field + "' must be true or false");
        }
        return value.asBoolean(false);
    }

    private static BreachKind kind(String word) {
        return Arrays.stream(BreachKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> RequestProblem.unreadable("there is no kind '" + word + "'; there is "
                        + Arrays.stream(BreachKind.values())
                                .map(BreachKind::word)
                                .collect(Collectors.joining(", "))));
    }
}
