package dev.understudy.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One condition of a status.
 *
 * @param type what is stated, such as {@code Ready}; unique among an object's conditions
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param reason one word for programs, may be empty
 * @param message a sentence for people, may be empty
 */
public record Condition(String type, String status, String reason, String message) {
    /** A condition that holds and needs no explanation. */
    public static Condition holds(String type) {
        return new Condition(type, "True", "", "");
    }

    public static Condition of(String type, boolean status, String reason, String message) {
        return new Condition(type, status ? "True" : "False", reason, message);
    }

    /** Returns the condition of a type in a status as it stands. */
    public static Optional<JsonNode> find(JsonNode status, String type) {
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }

    /** Tells whether an object's status has the condition with status {@code True}. */
    public static boolean isTrue(JsonNode object, String type) {
        return find(object.path("status"), type)
                .filter(found -> found.path("status").asText().equals("True"))
                .isPresent();
    }

    public static void remove(ObjectNode status, String type) {
        var conditions = status.withArrayProperty("conditions");
        for (int i = conditions.size() - 1; i >= 0; i--) {
            if (conditions.get(i).path("type").asText().equals(type)) {
                conditions.remove(i);
            }
        }
        if (conditions.isEmpty()) {
            status.remove("conditions");
        }
    }

    /** Puts this condition into a status; the time of transition moves only when {@code status} changes. */
    public ObjectNode putInto(ObjectNode status, Instant now) {
        var before = find(status, type);
        var since = before.filter(found -> found.path("status").asText().equals(this.status))
                .map(found -> found.path("lastTransitionTime").asText())
                .orElse(Timestamps.write(now));
        var written = before.isPresent()
                ? ((ObjectNode) before.get()).removeAll()
                : status.withArrayProperty("conditions").addObject();
        written.put("type", type).put("status", this.status).put("lastTransitionTime", since);
        if (!reason.isEmpty()) {
            written.put("reason", reason);
        }
        if (!message.isEmpty()) {
            written.put("message", message);
        }
        return written;
    }
}
