package dev.understudy.simulated.prometheus;

import dev.understudy.simulated.metrics.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A query, taken apart. */
sealed interface Expression {
    record Number(double value) implements Expression {}

    /**
     * Series by their labels.
     *
     * @param range how far back samples are wanted; empty for the last one alone
     * @param offset how long ago it is looked at
     */
    record Selector(List<Matching> matchings, Optional<Duration> range, Duration offset) implements Expression {
        boolean wants(Labels labels) {
            return matchings.stream().allMatch(each -> each.holds(labels));
        }
    }

    record Negation(Expression inner) implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {}

    /**
     * Many series made one, or one for each group.
     *
     * @param without whether {@code labels} are those that are given up, not those that are kept
     */
    record Aggregation(String operator, boolean without, List<String> labels, Expression inner) implements Expression {}

    /**
     * Two sides and what stands between.
     *
     * @param yieldsNumber whether a comparison gives 0 or 1 for everything, and does not choose
     * @param on whether {@code labels} are those that must agree, not those that need not
     */
    record Operation(
            String operator, Expression left, Expression right, boolean yieldsNumber, boolean on, List<String> labels)
            implements Expression {}
}
