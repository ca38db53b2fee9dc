package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.object.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a process ends by itself, as the annotation {@code exits} says:
 *
 * <pre>CODE [after DURATION] [N times] [while CONDITION]
 * CONDITION = missing [secret:]NAME[/KEY] | unreachable</pre>
 *
 * <p>{@code 1 after 5s} ends with code 1 five seconds after each start; {@code 1 3 times} only in its first three lives;
 * {@code 1 while missing shop-config/DATABASE_URL} as long as the ConfigMap has no such key; {@code 1 while unreachable}
 * as long as a Service of {@code depends-on} does not answer.
 *
 * @param after how long after the start, empty for at once
 * @param times in how many lives, from the first one on
 * @param condition what must hold, empty for nothing
 */
record Exits(int code, Optional<Duration> after, int times, String condition) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3})(?: after (\\S+))?(?: (\\d{1,6}) times)?(?: while (unreachable|missing \\S+))?");
    private static final String MISSING = "missing ";
    private static final String SECRET = "secret:";

    /** Returns what the text says, empty when it says nothing that can be understood. */
    static Optional<Exits> read(String text) {
        Matcher found = FORM.matcher(text.strip().replaceAll("\\s+", " "));
        if (!found.matches() || Integer.parseInt(found.group(1)) > 255) {
            return Optional.empty();
        }
        Optional<Duration> after = Optional.ofNullable(found.group(2)).flatMap(Durations::read);
        if (found.group(2) != null && after.isEmpty()) {
            return Optional.empty();
        }
        int times = found.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(found.group(3));
        String condition = found.group(4) == null ? "" : found.group(4);
        return Optional.of(new Exits(Integer.parseInt(found.group(1)), after, times, condition));
    }

    /** Tells whether a life with so many lives before it ends in this way. */
    boolean applies(int livesBefore, Surroundings around) {
        return livesBefore < times && holds(around);
    }

    private boolean holds(Surroundings around) {
        if (condition.isEmpty()) {
            return true;
        }
        return condition.startsWith(MISSING)
                ? isMissing(condition.substring(MISSING.length()), around)
                : !around.reachesOthers();
    }

    private static boolean isMissing(String what, Surroundings around) {
        boolean secret = what.startsWith(SECRET);
        String[] path = what.substring(secret ? SECRET.length() : 0).split("/", 2);
        Optional<? extends JsonNode> found = around.config(secret ? "secret" : "configmap", path[0]);
        return found.filter(config -> path.length == 1
                        || config.path("data").has(path[1])
                        || config.path("binaryData").has(path[1]))
                .isEmpty();
    }
}
