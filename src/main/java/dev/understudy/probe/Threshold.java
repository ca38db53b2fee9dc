package dev.understudy.probe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a measured number must satisfy to be good.
 *
 * @param limit compared as monitoring compares: 0.1 is the binary number nearest to it
 */
public record Threshold(Comparison comparison, BigDecimal limit) {
    private static final MathContext SHOWN = new MathContext(6);

    public Threshold {
        // 0.50 and 0.5 are the same threshold
        limit = limit.stripTrailingZeros();
    }

    /** How a number is compared with the limit. */
    public enum Comparison {
        ABOVE("above", sign -> sign > 0),
        BELOW("below", sign -> sign < 0),
        EQUALS("equal to", sign -> sign == 0);

        private final String words;
        private final Predicate<Integer> good;

        Comparison(String words, Predicate<Integer> good) {
            this.words = words;
            this.good = good;
        }
    }

    /**
     * One series at one moment.
     *
     * @param series its labels in words; empty for a scalar
     */
    public record Sample(String series, double value) {}

    /**
     * What all samples say together, and in which words.
     *
     * @param detail such as {@code 0.2, to be below 0.05}
     */
    public record Finding(Quality quality, String detail) {}

    /**
     * Judges samples: every series must satisfy the comparison. One that does not is bad, whatever the others say; a
     * series without a number (NaN) beside good ones, or no series at all, is unknown.
     */
    public Finding judge(List<Sample> samples) {
        if (samples.isEmpty()) {
            return new Finding(Quality.UNKNOWN, "the query finds no data");
        }
        Optional<Sample> bad = samples.stream()
                .filter(s -> !Double.isNaN(s.value()) && !good(s))
                .findFirst();
        if (bad.isPresent()) {
            return new Finding(Quality.BAD, words(bad.get(), samples.size()));
        }
        Optional<Sample> empty =
                samples.stream().filter(s -> Double.isNaN(s.value())).findFirst();
        return empty.map(s -> new Finding(Quality.UNKNOWN, shown(s, samples.size()) + " is not a number"))
                .orElseGet(() -> new Finding(Quality.GOOD, words(samples.getFirst(), samples.size())));
    }

    private boolean good(Sample sample) {
        return comparison.good.test(Double.compare(sample.value() + 0.0, limit.doubleValue() + 0.0));
    }

    private String words(Sample sample, int all) {
        return shown(sample, all) + ", to be " + comparison.words + " " + limit.toPlainString();
    }

    private static String shown(Sample sample, int all) {
        String number = number(sample.value());
        return all == 1 ? number : number + " of " + sample.series() + " (" + all + " series)";
    }

    /** Six digits tell enough; whole numbers stand without a point. */
    private static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    /** Returns {@code below 0.05}. */
    @Override
    public String toString() {
        return comparison.words + " " + limit.toPlainString();
    }
}
