package dev.understudy.simulated.controller.autoscaler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;

/** What one autoscaler recommended and did lately. */
final class History {
    /** Nothing is remembered longer, as no window may be. */
    private static final Duration KEPT = Duration.ofHours(1);

    private record Entry(Instant at, int replicas) {}

    private final List<Entry> recommendations = new ArrayList<>();
    private final List<Entry> changes = new ArrayList<>();

    void recommend(int replicas, Instant now) {
        forget(recommendations, now);
        recommendations.add(new Entry(now, replicas));
    }

    boolean isEmpty() {
        return recommendations.isEmpty();
    }

    void change(int by, Instant now) {
        forget(changes, now);
        changes.add(new Entry(now, by));
    }

    private static void forget(List<Entry> entries, Instant now) {
        entries.removeIf(entry -> entry.at().isBefore(now.minus(KEPT)));
    }

    /** Combines a value with what was recommended within a window. */
    int within(Duration window, Instant now, int value, IntBinaryOperator how) {
        return recommendations.stream()
                .filter(entry -> entry.at().isAfter(now.minus(window)))
                .mapToInt(Entry::replicas)
                .reduce(value, how);
    }

    /** Returns how many replicas were added, or taken, within a period. */
    int changed(Duration period, Instant now, IntPredicate direction) {
        return changes.stream()
                .filter(entry -> entry.at().isAfter(now.minus(period)))
                .mapToInt(Entry::replicas)
                .filter(direction)
                .sum();
    }
}
