package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Details;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.StatusException;
import java.util.Set;

/** The {@code Status} object, with which the server answers refusals and deletions. */
final class Statuses {
    /** Where the server has nothing more to say it leaves the details out for these, and leaves them empty for others. */
    private static final Set<Integer> WITHOUT_DETAILS = Set.of(400, 401, 500);

    private Statuses() {}

    static ObjectNode of(StatusException refusal) {
        ObjectNode status = begin("Failure");
        status.put("message", refusal.getMessage());
        if (!refusal.reason().isEmpty()) {
            status.put("reason", refusal.reason());
        }
        if (!(refusal.details().equals(Details.NONE) && WITHOUT_DETAILS.contains(refusal.code()))) {
            status.set("details", details(refusal.details()));
        }
        status.put("code", refusal.code());
        return status;
    }

    /** Says that an object has been deleted. */
    static ObjectNode deleted(Kind kind, String name, String uid) {
        ObjectNode status = begin("Success");
        ObjectNode details = status.putObject("details").put("name", name);
        if (!kind.group().isEmpty()) {
            details.put("group", kind.group());
        }
        details.put("kind", kind.plural()).put("uid", uid);
        return status;
    }

    static ObjectNode success(int code) {
        return begin("Success").put("code", code);
    }

    static StatusException notServed(String path) {
        return new StatusException(
                404,
                "NotFound",
                "the simulated cluster does not serve " + path + " (the server could not find the"
                        + " requested resource)");
    }

    static StatusException notAllowed() {
        return new StatusException(
                405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }

    private static ObjectNode begin(String outcome) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        return status.put("status", outcome);
    }

    private static ObjectNode details(Details details) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "name", details.name());
        put(node, "group", details.group());
        put(node, "kind", details.kind());
        put(node, "uid", details.uid());
        if (!details.causes().isEmpty()) {
            ArrayNode causes = node.putArray("causes");
            details.causes().forEach(cause -> {
                ObjectNode each = causes.addObject();
                put(each, "reason", cause.reason());
                put(each, "message", cause.message());
                put(each, "field", cause.field());
            });
        }
        if (details.retryAfterSeconds() > 0) {
            node.put("retryAfterSeconds", details.retryAfterSeconds());
        }
        return node;
    }

    private static void put(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }
}
