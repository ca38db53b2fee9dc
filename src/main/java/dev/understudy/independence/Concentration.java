package dev.understudy.independence;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * On how few people one kind of evidence rests. The headline is the effective number of people: how many who all do
 * equally much would be as concentrated. Hill (1973) and Jost (2006) show that such numbers compare as one expects; the
 * unbiased form of Simpson, "Measurement of Diversity" (1949), {@code N(N - 1) / sum n_i(n_i - 1)}, is chosen because
 * counts are small. Gini's coefficient is not: it does not see how many people there are.
 *
 * @param shares by name
 * @param total how often in all; at least 1
 * @param effective effective number of people, at most as many as there are; null when there is only one occurrence
 * @param simple 1 over the sum of squared shares, Simpson's number without correction
 * @param entropic exponential of the entropy of the shares, {@code exp(-sum p ln p)}
 * @param top who has the most; the first by name where several have
 * @param topShare that responder's share (Berger and Parker 1970)
 * @param topInterval 90 % Wilson interval of that share
 */
public record Concentration(
        Contribution kind,
        List<Share> shares,
        long total,
        @Nullable Double effective,
        double simple,
        double entropic,
        String top,
        double topShare,
        Interval topInterval,
        Flag flag) {
    /** With fewer than this nothing is flagged. */
    public static final int FEWEST = 8;

    private static final double MOST = 0.5;
    private static final double ALONE = 2;

    public Concentration {
        shares = List.copyOf(shares);
    }

    /**
     * Measures some counts.
     *
     * @param counts by responder, each at least 1; at least one
     */
    public static Concentration of(Contribution kind, Map<String, Long> counts) {
        List<Share> shares = counts.entrySet().stream()
                .map(e -> new Share(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Share::responder))
                .toList();
        long total = shares.stream().mapToLong(Share::count).sum();
        Share top = shares.stream()
                .max(Comparator.comparingLong(Share::count).thenComparing(Share::responder, Comparator.reverseOrder()))
                .orElseThrow(() -> new IllegalArgumentException("no " + kind.word() + " to measure"));
        Interval interval = WilsonInterval.of(top.count(), total);
        Double effective = effective(shares, total);
        return new Concentration(
                kind,
                shares,
                total,
                effective,
                1 / sum(shares, s -> Math.pow((double) s.count() / total, 2)),
                Math.exp(-sum(shares, s -> (double) s.count() / total * Math.log((double) s.count() / total))),
                top.responder(),
                (double) top.count() / total,
                interval,
                flag(total, interval, effective));
    }

    private static @Nullable Double effective(List<Share> shares, long total) {
        if (total < 2) {
            return null;
        }
        double pairs = sum(shares, s -> (double) s.count() * (s.count() - 1));
        return Math.min(shares.size(), (double) total * (total - 1) / pairs);
    }

    private static Flag flag(long total, Interval top, @Nullable Double effective) {
        if (total < FEWEST || effective == null) {
            return Flag.GREY;
        }
        if (top.low() > MOST) {
            return Flag.RED;
        }
        return effective < ALONE ? Flag.AMBER : Flag.NONE;
    }

    private static double sum(List<Share> shares, ToDoubleFunction<Share> of) {
        return shares.stream().mapToDouble(of).sum();
    }

    /** Returns how many people there are. */
    public int people() {
        return shares.size();
    }

    /** Returns the share of one responder; 0 for who has none. */
    public double share(String responder) {
        return shares.stream()
                .filter(s -> s.responder().equals(responder))
                .mapToDouble(s -> (double) s.count() / total)
                .sum();
    }

    /** How often one responder. */
    public record Share(String responder, long count) {}

    /** What to make of it. The first that matches wins. */
    public enum Flag {
        /** Too few to say: fewer than {@value Concentration#FEWEST}. */
        GREY,
        /** More than half rests on one responder: the interval of the top share lies above it. */
        RED,
        /** Fewer than two effective people. */
        AMBER,
        /** Neither. */
        NONE;

        /** Returns the word of pages and reports: {@code red}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
