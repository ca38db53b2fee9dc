package dev.understudy.simulated.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of requests, by how many of them.
 *
 * @param ways at least one, successes first; their shares add up to 1
 */
record Prospect(List<Likely> ways) {
    /** Below this share nobody would ever see it. */
    private static final double NEGLIGIBLE = 1e-9;

    private static final int MOST_WAYS = 8;
    private static final double GOLDEN = 0.6180339887498949;

    /** An answer at once, and well. */
    static final Prospect WELL = of(List.of(new Likely(1, Likely.OK, "", 0)));

    private record Fate(int status, String message) {}

    /** Adds up ways that end the same; where there are too many, the rarest join the last that is kept. */
    static Prospect of(List<Likely> ways) {
        Map<Fate, Likely> merged = new LinkedHashMap<>();
        ways.stream()
                .filter(way -> way.share() > NEGLIGIBLE)
                .forEach(way -> merged.merge(new Fate(way.status(), way.message()), way, Prospect::both));
        List<Likely> kept = new ArrayList<>(merged.values());
        kept.sort(Comparator.comparing(Likely::succeeds)
                .thenComparing(Likely::share)
                .reversed());
        while (kept.size() > MOST_WAYS) {
            Likely rarest = kept.removeLast();
            Likely last = kept.removeLast();
            kept.add(new Likely(last.share() + rarest.share(), last.status(), last.message(), last.seconds()));
        }
        return new Prospect(List.copyOf(kept));
    }

    private static Likely both(Likely one, Likely other) {
        double share = one.share() + other.share();
        double seconds = (one.share() * one.seconds() + other.share() * other.seconds()) / share;
        return new Likely(share, one.status(), one.message(), seconds);
    }

    /** Returns the share of requests that succeed. */
    double success() {
        return ways.stream().filter(Likely::succeeds).mapToDouble(Likely::share).sum();
    }

    /** Returns how the {@code turn}th request ends: each way comes up as often as its share says, evenly spread. */
    Likely pick(int turn) {
        double place = turn * GOLDEN % 1;
        for (Likely way : ways) {
            place -= way.share();
            if (place < 0) {
                return way;
            }
        }
        return ways.getLast();
    }
}
