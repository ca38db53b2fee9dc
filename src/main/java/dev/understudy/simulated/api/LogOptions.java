package dev.understudy.simulated.api;

import dev.understudy.simulated.container.Line;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Refusals;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a client wants of a log.
 *
 * @param previous asks for the life before the present one
 * @param tail how many of the last lines, empty for all
 * @param since no line before it, empty for all
 * @param timestamps puts the moment before each line
 * @param limit how many bytes at most, empty for all
 */
record LogOptions(
        boolean follow,
        boolean previous,
        OptionalLong tail,
        Optional<Instant> since,
        boolean timestamps,
        OptionalLong limit) {
    private static final Kind OPTIONS = new Kind("", "v1", "PodLogOptions", "podlogoptions", List.of(), true, Set.of());
    private static final DateTimeFormatter NANOS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** Reads the parameters of a request; refuses those that make no sense. */
    static LogOptions of(Ask ask, Instant now) {
        OptionalLong tail = ask.number("tailLines");
        OptionalLong seconds = ask.number("sinceSeconds");
        OptionalLong limit = ask.number("limitBytes");
        Optional<Instant> time = time(ask.parameter("sinceTime"));
        List<Cause> causes = new ArrayList<>();
        atLeast(0, tail, "tailLines", causes);
        atLeast(1, limit, "limitBytes", causes);
        if (seconds.isPresent() && time.isPresent()) {
            causes.add(new Cause(
                    "FieldValueForbidden",
                    "Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified",
                    "[]"));
        } else {
            atLeast(1, seconds, "sinceSeconds", causes);
        }
        if (!ask.parameter("stream").isEmpty()) {
            causes.add(new Cause("FieldValueForbidden", "Forbidden: may not be specified", "stream"));
        }
        if (!causes.isEmpty()) {
            throw Refusals.invalid(OPTIONS, ask.target().name(), causes);
        }
        Optional<Instant> since = seconds.isPresent() ? Optional.of(before(now, seconds.getAsLong())) : time;
        return new LogOptions(follows(ask), ask.flag("previous"), tail, since, ask.flag("timestamps"), limit);
    }

    /** No line is older than 1970, so that more seconds than since then ask for all. */
    private static Instant before(Instant now, long seconds) {
        return now.minusSeconds(Math.min(seconds, now.getEpochSecond()));
    }

    static boolean follows(Ask ask) {
        return ask.flag("follow");
    }

    /** Returns the lines asked for among those that are there already. */
    List<Line> chosen(List<Line> all) {
        int from = (int) Math.max(0, all.size() - tail.orElse(all.size()));
        return all.subList(from, all.size()).stream().filter(this::isRecent).toList();
    }

    private boolean isRecent(Line line) {
        return since.isEmpty() || !line.at().isBefore(since.get());
    }

    /** Returns a line as it is sent. */
    String text(Line line) {
        return (timestamps ? NANOS.format(line.at()) + " " : "") + line.text() + "\n";
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException notATime) {
            throw Refusals.badRequest("parsing time \"" + text + "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \""
                    + text + "\" as \"2006\"");
        }
    }

    private static void atLeast(long least, OptionalLong value, String field, List<Cause> causes) {
        if (value.isPresent() && value.getAsLong() < least) {
            String rule = least == 0 ? "must be greater than or equal to 0" : "must be greater than 0";
            causes.add(new Cause("FieldValueInvalid", "Invalid value: " + value.getAsLong() + ": " + rule, field));
        }
    }
}
