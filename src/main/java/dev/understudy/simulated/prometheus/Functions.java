package dev.understudy.simulated.prometheus;

import dev.understudy.simulated.metrics.Series.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** The functions that are there. */
final class Functions {
    /** Functions of one number. */
    static final Map<String, DoubleUnaryOperator> OF_NUMBERS = Map.of(
            "abs", Math::abs,
            "ceil", Math::ceil,
            "floor", Math::floor,
            "round", value -> Math.floor(value + 0.5),
            "sqrt", Math::sqrt,
            "ln", Math::log);

    /** Functions of the samples within a range; at least one is there. */
    static final Map<String, ToDoubleFunction<double[]>> OVER_TIME = Map.of(
            "avg_over_time", values -> sum(values) / values.length,
            "sum_over_time", Functions::sum,
            "min_over_time", values -> Arrays.stream(values).min().orElse(Double.NaN),
            "max_over_time", values -> Arrays.stream(values).max().orElse(Double.NaN),
            "count_over_time", values -> values.length,
            "last_over_time", values -> values[values.length - 1],
            "changes", Functions::changes);

    /** Functions of how a series grows within a range. */
    static final Set<String> OF_GROWTH = Set.of("rate", "increase", "irate", "delta");

    private static final Set<String> OTHERS =
            Set.of("absent", "vector", "scalar", "time", "clamp_min", "clamp_max", "absent_over_time");
    static final Set<String> NAMES = names();

    private Functions() {}

    private static Set<String> names() {
        Set<String> all = new TreeSet<>(OF_GROWTH);
        all.addAll(OF_NUMBERS.keySet());
        all.addAll(OVER_TIME.keySet());
        all.addAll(OTHERS);
        return all;
    }

    static boolean takesRange(String function) {
        return OF_GROWTH.contains(function) || OVER_TIME.containsKey(function) || function.equals("absent_over_time");
    }

    /** Refuses arguments that the function does not take. */
    static void check(String function, List<Expression> arguments, int position) {
        int wanted = function.equals("time") ? 0 : function.startsWith("clamp") ? 2 : 1;
        if (arguments.size() != wanted) {
            throw new QueryException(
                    position,
                    "expected " + wanted + " argument(s) in call to \"" + function + "\", got " + arguments.size());
        }
        if (wanted > 0) {
            boolean range = arguments.getFirst() instanceof Expression.Selector selector
                    && selector.range().isPresent();
            if (range != takesRange(function)) {
                throw new QueryException(
                        position,
                        "expected type " + (range ? "instant" : "range") + " vector in call to function \"" + function
                                + "\", got " + (range ? "range" : "instant") + " vector");
            }
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double changes(double[] values) {
        int changes = 0;
        for (int i = 1; i < values.length; i++) {
            changes += values[i] == values[i - 1] ? 0 : 1;
        }
        return changes;
    }

    /**
     * Returns how a series grows, as Prometheus reckons: from the first to the last sample, and on to the ends of the
     * range where they are near. A counter that falls has begun anew.
     *
     * @param from beginning of the range, in seconds
     * @param to end of the range, in seconds
     */
    static OptionalDouble growth(String function, List<Sample> samples, double from, double to) {
        if (samples.size() < 2) {
            return OptionalDouble.empty();
        }
        if (function.equals("irate")) {
            Sample last = samples.getLast();
            Sample before = samples.get(samples.size() - 2);
            double grown = last.value() < before.value() ? last.value() : last.value() - before.value();
            return OptionalDouble.of(grown / (last.at() - before.at()));
        }
        boolean counter = !function.equals("delta");
        double grown = grown(samples, counter);
        double extended = grown * extension(samples, grown, counter, from, to);
        return OptionalDouble.of(function.equals("rate") ? extended / (to - from) : extended);
    }

    private static double grown(List<Sample> samples, boolean counter) {
        double grown = samples.getLast().value() - samples.getFirst().value();
        for (int i = 1; counter && i < samples.size(); i++) {
            double before = samples.get(i - 1).value();
            grown += samples.get(i).value() < before ? before : 0;
        }
        return grown;
    }

    private static double extension(List<Sample> samples, double grown, boolean counter, double from, double to) {
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double covered = last.at() - first.at();
        double between = covered / (samples.size() - 1);
        double before = first.at() - from;
        double after = to - last.at();
        before = before >= between * 1.1 ? between / 2 : before;
        if (counter && grown > 0 && first.value() >= 0) {
            before = Math.min(before, covered * first.value() / grown);
        }
        after = after >= between * 1.1 ? between / 2 : after;
        return (covered + before + after) / covered;
    }
}
