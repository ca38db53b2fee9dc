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
 * <p>Several people may take the same part in one incident. Effective numbers are of parts taken; the largest share is of
 * incidents, so that whoever is in all of them has all, however many others were there too.
 *
 * @param shares by name
 * @param total how many parts were taken in all; at least 1
 * @param incidents in how many incidents; at most {@code total}
 * @param effective effective number of people, at most as many as there are; null when there is only one occurrence
 * @param simple 1 over the sum of squared shares, Simpson's number without correction
 * @param entropic exponential of the entropy of the shares, {@code exp(-sum p ln p)}
 * @param top who was in most of them; the first by name where several have
 * @param topShare that responder's share of incidents (Berger and Parker 1970)
 * @param topInterval 90 % Wilson interval of that share
 */
public record Concentration(
        Contribution kind,
        List<Share> shares,
        long total,
        long incidents,
        @Nullable Double effective,
        double simple,
        double entropic,
        String top,
        double topShare,
        Interval topInterval,
        Flag flag) {
    /** With fewer incidents than this nothing is flagged. */
    public static final int FEWEST = 8;

    private static final double MOST = 0.5;
    private static final double ALONE = 2;

    public Concentration {
        shares = List.copyOf(shares);
    }

    /** Measures what only one person does in one incident or drill. */
    public static Concentration of(Contribution kind, Map<String, Long> counts) {
        return of(
                kind,
                counts,
                counts.values().stream().mapToLong(Long::longValue).sum());
    }

    /**
     * Measures some counts.
     *
     * @param counts in how many incidents, by responder, each at least 1; at least one
     * @param incidents in how many of them anybody took this part; at least the largest count
     */
    public static Concentration of(Contribution kind, Map<String, Long> counts, long incidents) {
        List<Share> shares = counts.entrySet().stream()
                .map(e -> new Share(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Share::responder))
                .toList();
        long total = shares.stream().mapToLong(Share::count).sum();
        Share top = shares.stream()
                .max(Comparator.comparingLong(Share::count).thenComparing(Share::responder, Comparator.reverseOrder()))
                .orElseThrow(() -> new IllegalArgumentException("no " + kind.word() + " to measure"));
        Interval interval = WilsonInterval.of(top.count(), incidents);
        Double effective = effective(shares, total);
        return new Concentration(
                kind,
                shares,
                total,
                incidents,
                effective,
                1 / sum(shares, s -> Math.pow((double) s.count() / total, 2)),
                Math.exp(-sum(shares, s -> (double) s.count() / total * Math.log((double) s.count() / total))),
                top.responder(),
                (double) top.count() / incidents,
                interval,
                flag(incidents, interval, effective));
    }

    private static @Nullable Double effective(List<Share> shares, long total) {
        if (total < 2) {
            return null;
        }
        double pairs = sum(shares, s -> (double) s.count() * (s.count() - 1));
        return Math.min(shares.size(), (double) total * (total - 1) / pairs);
    }

    private static Flag flag(long incidents, Interval top, @Nullable Double effective) {
        if (incidents < FEWEST || effective == null) {
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

    /** Returns which share of the parts one responder took; 0 for who took none. */
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
