package dev.understudy.report;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Entry;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The blast radius as it was measured: what beside the target became unready after the first injection, and which probes
 * that had to stay good failed. Probes of steady state are not counted: they are meant to fail.
 *
 * @param measured whether anybody watched
 * @param watched how many workloads beside the target were ready at the first injection
 * @param reached what else was hit, first things first
 * @param complete whether it was watched to the close; false when the orchestrator was interrupted
 */
public record Spread(boolean measured, int watched, List<Reached> reached, boolean complete) {
    public Spread {
        reached = List.copyOf(reached);
    }

    /**
     * Something that was reached.
     *
     * @param what {@code Deployment shop/storefront} or {@code probe 'customers can pay'}
     * @param name as short as people say it
     * @param at when first, from the first injection
     * @param lasted how long in all; null while it is not over
     * @param detail what was seen first
     */
    public record Reached(
            String what, String name, Duration at, @Nullable Duration lasted, String detail) {
        Reached lasting(Duration all) {
            return new Reached(what, name, at, all, detail);
        }
    }

    static Spread of(Drill drill, List<Entry> entries, Zero zero) {
        SpreadTally tally = new SpreadTally(drill, zero);
        entries.forEach(entry -> tally.take(entry.event()));
        return new Spread(
                drill.bystanders().watched(), drill.bystanders().ready().size(), tally.reached(), !drill.interrupted());
    }

    /** Returns {@code contained}, {@code cascaded} or {@code not-measured}. */
    public String state() {
        return reached.isEmpty() ? (measured ? "contained" : "not-measured") : "cascaded";
    }

    /** Returns {@code contained}, or {@code cascaded to storefront (12s), orders (still)}. */
    public String words() {
        if (!reached.isEmpty()) {
            return "cascaded to "
                    + reached.stream()
                            .map(r -> r.name() + " (" + lasted(r) + ")")
                            .collect(Collectors.joining(", "));
        }
        return !measured ? "not measured" : complete ? "contained" : "contained, as far as it was watched";
    }

    /** Returns how long it lasted, in words; the exact time stands in the JSON. */
    public String lasted(Reached one) {
        Duration lasted = one.lasted();
        if (lasted == null) {
            return complete ? "still" : "end not seen";
        }
        return Words.of(Duration.ofMillis(lasted.toMillis() / 100 * 100));
    }

    /** Returns the same as a sentence that says what was watched. */
    public String sentence() {
        return (measured ? workloads(watched) + " watched beside the target: " : "") + words() + ".";
    }

    static String workloads(int number) {
        return Words.count(number, "workload");
    }
}
