package dev.understudy.simulated.prometheus;

import dev.understudy.simulated.outlet.LoopbackServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request, from its query and from a form in its body alike. */
record Parameters(List<Map.Entry<String, String>> pairs) {
    static Parameters of(LoopbackServer.Request request) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        int question = request.path().indexOf('?');
        read(question < 0 ? "" : request.path().substring(question + 1), pairs);
        read(request.body(), pairs);
        return new Parameters(pairs);
    }

    private static void read(String form, List<Map.Entry<String, String>> pairs) {
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.add(Map.entry(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return pairs.stream()
                .filter(pair -> pair.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    String required(String name) {
        return one(name).orElseThrow(() -> new QueryException(-1, "invalid parameter \"" + name + "\": it is missing"));
    }

    /** Reads the query; a mistake in it is said with its line and column. */
    Query query() {
        String text = required("query");
        try {
            return Query.read(text);
        } catch (QueryException wrong) {
            throw new QueryException(
                    wrong.position(), "invalid parameter \"query\": " + Places.of(text, wrong) + wrong.getMessage());
        }
    }
}
