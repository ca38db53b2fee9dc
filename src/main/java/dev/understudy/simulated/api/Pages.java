package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.store.Details;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.Snapshot;
import dev.understudy.simulated.store.StatusException;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Lists in parts. Later parts show the objects as they were at the first; the latest few lists are remembered for that.
 * Whoever comes later than that is told so, with a token that goes on with the objects as they are by then.
 */
final class Pages {
    private static final int REMEMBERED = 16;
    private static final String TOO_OLD = "The provided continue parameter is too old to display a consistent list"
            + " result. You can start a new list without the continue parameter, or use the continue token in this"
            + " response to retrieve the remainder of the results. Continuing with the provided token results in an"
            + " inconsistent list - objects that were created, modified, or deleted between the time the first chunk"
            + " was returned and now may show up in the list.";

    private final Map<Long, List<ObjectNode>> lists = new LinkedHashMap<>();
    private long latest;

    /**
     * Returns the part of a list that a request asks for.
     *
     * @param now makes the whole list as it is now
     */
    synchronized Page of(Ask ask, Supplier<Snapshot> now) {
        String token = ask.parameter("continue");
        int limit = limit(ask);
        boolean narrowed = !ask.parameter("labelSelector").isEmpty()
                || !ask.parameter("fieldSelector").isEmpty();
        if (token.isEmpty()) {
            Snapshot whole = now.get();
            checkVersion(ask.parameter("resourceVersion"), whole.resourceVersion());
            long list = limit > 0 && whole.items().size() > limit ? remember(whole.items()) : 0;
            return Page.of(whole.items(), new Token(whole.resourceVersion(), list, ""), limit, narrowed);
        }
        Token start = Token.read(token);
        if (start.list() == 0) {
            Snapshot whole = now.get();
            Token from = new Token(whole.resourceVersion(), remember(whole.items()), start.after());
            return Page.of(whole.items(), from, limit, narrowed);
        }
        List<ObjectNode> remembered = lists.get(start.list());
        if (remembered == null) {
            Token inconsistent = new Token(start.version(), 0, start.after());
            throw new StatusException(410, "Expired", TOO_OLD).continuing(inconsistent.write());
        }
        return Page.of(remembered, start, limit, narrowed);
    }

    private long remember(List<ObjectNode> items) {
        latest++;
        lists.put(latest, items);
        if (lists.size() > REMEMBERED) {
            lists.remove(lists.keySet().iterator().next());
        }
        return latest;
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

    /**
     * Where a list goes on.
     *
     * @param list number of the remembered list, 0 for the objects as they are
     * @param after place of the last object sent, empty at the beginning
     */
    record Token(long version, long list, String after) {
        Token behind(ObjectNode last) {
            return new Token(version, list, place(last));
        }

        String write() {
            ObjectNode token = JsonNodeFactory.instance.objectNode();
            token.put("rv", version).put("list", list).put("after", after);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(token));
        }

        static Token read(String token) {
            try {
                JsonNode read = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token));
                return new Token(
                        read.path("rv").asLong(),
                        read.path("list").asLong(),
                        read.path("after").asText());
            } catch (IOException | IllegalArgumentException broken) {
                throw Refusals.badRequest("invalid continue token: continue key is not valid");
            }
        }

        boolean isBefore(ObjectNode item) {
            return place(item).compareTo(after) > 0;
        }

        /** Where an object stands in a list: namespaces sort before names, as the separator sorts before both. */
        private static String place(ObjectNode item) {
            return Meta.namespace(item) + "\u0000" + Meta.name(item);
        }
    }
}
