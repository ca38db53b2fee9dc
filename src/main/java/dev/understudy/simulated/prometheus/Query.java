package dev.understudy.simulated.prometheus;

import dev.understudy.simulated.metrics.Labels;
import dev.understudy.simulated.metrics.Measurements;
import dev.understudy.simulated.metrics.Series;
import dev.understudy.simulated.prometheus.Value.Element;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** A query that has been read and can be answered any number of times. */
public final class Query {
    private final Expression expression;

    private Query(Expression expression) {
        this.expression = expression;
    }

    /**
     * Reads a query.
     *
     * @throws QueryException when it is none, or uses a part of the language that is not there
     */
    public static Query read(String text) {
        return new Query(Parser.parse(text));
    }

    /** Returns the samples of a range, where the query is a selector with a range and nothing else. */
    Optional<Map<Labels, List<Series.Sample>>> samples(Instant time, Measurements measurements) {
        if (!(expression instanceof Expression.Selector selector)
                || selector.range().isEmpty()) {
            return Optional.empty();
        }
        Instant to = time.minus(selector.offset());
        Map<Labels, List<Series.Sample>> found = new LinkedHashMap<>();
        for (Series series : measurements.select(selector::wants)) {
            found.put(series.labels(), series.between(to.minus(selector.range().get()), to));
        }
        return Optional.of(found);
    }

    /** Returns what the query amounts to at a time. */
    public Value at(Instant time, Measurements measurements) {
        return new Reckoning(time, measurements).value(expression);
    }

    /** One answer in the making. */
    private record Reckoning(Instant time, Measurements measurements) {
        Value value(Expression expression) {
            return switch (expression) {
                case Expression.Number(double number) -> new Value.Scalar(number);
                case Expression.Selector selector -> now(selector);
                case Expression.Negation(Expression inner) ->
                    value(new Expression.Operation("*", inner, new Expression.Number(-1), false, false, List.of()));
                case Expression.Call call -> called(call);
                case Expression.Aggregation aggregation -> aggregated(aggregation);
                case Expression.Operation operation ->
                    Operators.apply(operation, value(operation.left()), value(operation.right()));
            };
        }

        private Value now(Expression.Selector selector) {
            if (selector.range().isPresent()) {
                throw new QueryException(-1, "a range is for functions such as rate alone");
            }
            List<Element> elements = new ArrayList<>();
            for (Series series : measurements.select(selector::wants)) {
                series.at(time.minus(selector.offset()))
                        .ifPresent(value -> elements.add(new Element(series.labels(), value)));
            }
            return new Value.Vector(elements);
        }

        private Value called(Expression.Call call) {
            String name = call.function();
            if (Functions.takesRange(name)) {
                return overRange(name, (Expression.Selector) call.arguments().getFirst());
            }
            return switch (name) {
                case "time" -> new Value.Scalar(time.toEpochMilli() / 1e3);
                case "vector" -> new Value.Vector(List.of(new Element(Labels.NONE, scalar(call, 0))));
                case "scalar" -> new Value.Scalar(only(elements(call)));
                case "absent" ->
                    absent(call.arguments().getFirst(), elements(call).isEmpty());
                case "clamp_min" -> each(elements(call), value -> Math.max(value, scalar(call, 1)));
                case "clamp_max" -> each(elements(call), value -> Math.min(value, scalar(call, 1)));
                default -> each(elements(call), Functions.OF_NUMBERS.getOrDefault(name, value -> value));
            };
        }

        private static Value each(List<Element> elements, DoubleUnaryOperator function) {
            return new Value.Vector(elements.stream()
                    .map(each -> new Element(each.labels().unnamed(), function.applyAsDouble(each.number())))
                    .toList());
        }

        private static double only(List<Element> elements) {
            return elements.size() == 1 ? elements.getFirst().number() : Double.NaN;
        }

        private List<Element> elements(Expression.Call call) {
            if (value(call.arguments().getFirst()) instanceof Value.Vector(var elements)) {
                return elements;
            }
            throw new QueryException(
                    -1, "expected type instant vector in call to function \"" + call.function() + "\", got scalar");
        }

        private double scalar(Expression.Call call, int argument) {
            if (value(call.arguments().get(argument)) instanceof Value.Scalar(double number)) {
                return number;
            }
            throw new QueryException(
                    -1, "expected type scalar in call to function \"" + call.function() + "\", got instant vector");
        }

        private Value overRange(String name, Expression.Selector selector) {
            Instant to = time.minus(selector.offset());
            Instant from = to.minus(selector.range().orElse(Duration.ZERO));
            List<Element> results = new ArrayList<>();
            boolean nothing = true;
            for (Series series : measurements.select(selector::wants)) {
                List<Series.Sample> samples = series.between(from, to);
                nothing &= samples.isEmpty();
                OptionalDouble result = samples.isEmpty()
                        ? OptionalDouble.empty()
                        : Functions.OF_GROWTH.contains(name)
                                ? Functions.growth(name, samples, from.toEpochMilli() / 1e3, to.toEpochMilli() / 1e3)
                                : reduced(name, samples);
                result.ifPresent(
                        value -> results.add(new Element(series.labels().unnamed(), value)));
            }
            return name.equals("absent_over_time") ? absent(selector, nothing) : new Value.Vector(results);
        }

        private static OptionalDouble reduced(String name, List<Series.Sample> samples) {
            double[] values = samples.stream().mapToDouble(Series.Sample::value).toArray();
            var function = Functions.OVER_TIME.get(name);
            return function == null ? OptionalDouble.empty() : OptionalDouble.of(function.applyAsDouble(values));
        }

        /** Absence is stated with the labels that were asked for exactly. */
        private static Value absent(Expression asked, boolean nothing) {
            if (!nothing) {
                return new Value.Vector(List.of());
            }
            TreeMap<String, String> labels = new TreeMap<>();
            if (asked instanceof Expression.Selector selector) {
                selector.matchings().stream()
                        .filter(each ->
                                each.operator().equals("=") && !each.label().equals(Labels.NAME))
                        .forEach(each -> labels.put(each.label(), each.value()));
            }
            return new Value.Vector(List.of(new Element(new Labels(labels), 1)));
        }

        private Value aggregated(Expression.Aggregation aggregation) {
            if (!(value(aggregation.inner()) instanceof Value.Vector(var elements))) {
                throw new QueryException(-1, "expected type instant vector in aggregation expression, got scalar");
            }
            Map<Labels, List<Double>> groups = new LinkedHashMap<>();
            for (Element element : elements) {
                Labels group = aggregation.without()
                        ? element.labels().without(aggregation.labels())
                        : element.labels().only(aggregation.labels());
                groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(element.number());
            }
            List<Element> results = new ArrayList<>();
            groups.forEach(
                    (labels, values) -> results.add(new Element(labels, together(aggregation.operator(), values))));
            return new Value.Vector(results);
        }

        private static double together(String operator, List<Double> values) {
            var all = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
            return switch (operator) {
                case "sum" -> all.getSum();
                case "avg" -> all.getAverage();
                case "min" -> all.getMin();
                case "max" -> all.getMax();
                default -> all.getCount();
            };
        }
    }
}
