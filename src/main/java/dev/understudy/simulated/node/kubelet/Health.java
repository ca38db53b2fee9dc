package dev.understudy.simulated.node.kubelet;

import dev.understudy.simulated.object.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process says of itself when it is asked by one kind of probe: well, unless the annotation {@code liveness},
 * {@code readiness} or {@code startup} says
 *
 * <pre>fails [after DURATION] [for DURATION] | dependencies</pre>
 *
 * <p>{@code fails after 30s for 10s} is unwell from half a minute after each start on, for ten seconds;
 * {@code dependencies} is unwell while a Service of {@code depends-on} does not answer.
 *
 * @param from when it begins to be unwell; empty when it never does
 * @param until when that ends; empty when it never does
 * @param followsOthers whether it is as well as its dependencies
 */
record Health(Optional<Instant> from, Optional<Instant> until, boolean followsOthers) {
    private static final Pattern FORM = Pattern.compile("fails(?: after (\\S+))?(?: for (\\S+))?");
    private static final Health WELL = new Health(Optional.empty(), Optional.empty(), false);

    /** Reads what is declared, for a process that was started at a moment. */
    static Health of(String declared, Instant started) {
        String text = declared.strip().replaceAll("\\s+", " ");
        if (text.equals("dependencies")) {
            return new Health(Optional.empty(), Optional.empty(), true);
        }
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            return WELL;
        }
        Instant from = started.plus(length(found.group(1)).orElse(Duration.ZERO));
        return new Health(Optional.of(from), length(found.group(2)).map(from::plus), false);
    }

    private static Optional<Duration> length(@org.jspecify.annotations.Nullable String text) {
        return Optional.ofNullable(text).flatMap(Durations::read);
    }

    boolean isWell(Instant at, Surroundings around) {
        boolean failing = from.filter(begin -> !begin.isAfter(at)).isPresent()
                && until.filter(end -> !end.isAfter(at)).isEmpty();
        return !failing && !(followsOthers && !around.reachesOthers());
    }

    /** Returns the moments at which this changes by itself. */
    List<Instant> changes() {
        List<Instant> changes = new ArrayList<>();
        from.ifPresent(changes::add);
        until.ifPresent(changes::add);
        return changes;
    }
}
