package dev.understudy.simulated.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Every series that was measured. Written by one thread, read by many. */
public final class Measurements {
    /** How long a series is remembered after its end. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private final Map<Labels, Series> series = new ConcurrentHashMap<>();
    private final Map<Object, Set<Labels>> bySource = new HashMap<>();

    /** Sets the gauges of a source; those that it had before and has no more end. */
    void set(Object source, Map<Labels, Double> gauges, Instant at) {
        gauges.forEach((labels, value) -> of(labels).set(at, value));
        keep(source, gauges.keySet(), at);
    }

    /** Lets the counters of a source grow at these rates; those that it had before and has no more end. */
    void grow(Object source, Map<Labels, Double> perSecond, Instant at) {
        perSecond.forEach((labels, rate) -> of(labels).grow(at, rate));
        keep(source, perSecond.keySet(), at);
    }

    /** Returns the series that a source has now. */
    Set<Labels> of(Object source, Predicate<Labels> wanted) {
        Set<Labels> found = new HashSet<>(bySource.getOrDefault(source, Set.of()));
        found.removeIf(wanted.negate());
        return found;
    }

    private Series of(Labels labels) {
        return series.computeIfAbsent(labels, Series::new);
    }

    private void keep(Object source, Set<Labels> present, Instant at) {
        Set<Labels> before = present.isEmpty() ? bySource.remove(source) : bySource.put(source, Set.copyOf(present));
        boolean ended = false;
        for (Labels gone : before == null ? Set.<Labels>of() : before) {
            if (!present.contains(gone)) {
                of(gone).end(at);
                ended = true;
            }
        }
        if (ended) {
            series.values().removeIf(each -> each.endedBefore(at.minus(MEMORY)));
        }
    }

    /** Returns the series whose labels are wanted, in no promised order. */
    public List<Series> select(Predicate<Labels> wanted) {
        return series.values().stream()
                .filter(each -> wanted.test(each.labels()))
                .toList();
    }
}
