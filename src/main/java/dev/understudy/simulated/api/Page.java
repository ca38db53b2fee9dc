package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.store.Details;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

/**
 * The part of a list that one request gets. Later parts show the objects as they are by then, at the version of the
 * first part.
 *
 * @param metadata of the list: version, and the token that continues it
 */
record Page(List<ObjectNode> items, ObjectNode metadata) {
    Page {
        items = List.copyOf(items);
    }

    static Page of(Ask ask, List<ObjectNode> all, long version) {
        String token = ask.parameter("continue");
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        List<ObjectNode> left = all;
        if (token.isEmpty()) {
            checkVersion(ask.parameter("resourceVersion"), version);
            metadata.put("resourceVersion", Long.toString(version));
        } else {
            JsonNode start = read(token);
            metadata.put("resourceVersion", start.path("rv").asText());
            left = all.stream()
                    .filter(item -> place(item).compareTo(start.path("after").asText()) > 0)
                    .toList();
        }
        int limit = limit(ask);
        if (limit == 0 || left.size() <= limit) {
            return new Page(left, metadata);
        }
        List<ObjectNode> items = left.subList(0, limit);
        metadata.put("continue", token(metadata.path("resourceVersion").asText(), items.getLast()));
        metadata.put("remainingItemCount", left.size() - limit);
        return new Page(items, metadata);
    }

    /** Refuses a version that is still to come: a client that has seen it speaks with another cluster. */
    private static void checkVersion(String wanted, long version) {
        // longer than any version ever made here
        boolean later = wanted.length() > 18 || (wanted.matches("\\d+") && Long.parseLong(wanted) > version);
        if (later) {
            Cause cause = new Cause("ResourceVersionTooLarge", "Too large resource version", "");
            throw new StatusException(
                    504,
                    "Timeout",
                    "Timeout: Too large resource version: " + wanted + ", current: " + version,
                    new Details("", "", "", "", List.of(cause), 1));
        }
    }

    private static int limit(Ask ask) {
        String limit = ask.parameter("limit");
        try {
            return limit.isEmpty() ? 0 : Math.max(0, Integer.parseInt(limit));
        } catch (NumberFormatException notANumber) {
            throw Refusals.badRequest("limit: Invalid value: \"" + limit + "\": must be a number");
        }
    }

    private static String token(String version, ObjectNode last) {
        ObjectNode token =
                JsonNodeFactory.instance.objectNode().put("rv", version).put("after", place(last));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(token));
    }

    private static JsonNode read(String token) {
        try {
            return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token));
        } catch (IOException | IllegalArgumentException broken) {
            throw Refusals.badRequest("invalid continue token: continue key is not valid");
        }
    }

    /** Where an object stands in a list: namespaces sort before names, as the separator sorts before both. */
    private static String place(ObjectNode item) {
        return Meta.namespace(item) + "\u0000" + Meta.name(item);
    }
}
