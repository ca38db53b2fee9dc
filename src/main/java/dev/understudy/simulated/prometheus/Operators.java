package dev.understudy.simulated.prometheus;

import dev.understudy.simulated.metrics.Labels;
import dev.understudy.simulated.prometheus.Value.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** What stands between two sides: arithmetic, comparisons, sets. */
final class Operators {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> SETS = Set.of("and", "or", "unless");

    private Operators() {}

    static Value apply(Expression.Operation operation, Value left, Value right) {
        if (SETS.contains(operation.operator())) {
            if (left instanceof Value.Vector(var many) && right instanceof Value.Vector(var others)) {
                return new Value.Vector(sets(operation, many, others));
            }
            throw new QueryException(
                    -1, "set operator \"" + operation.operator() + "\" not allowed in binary scalar" + " expression");
        }
        return switch (left) {
            case Value.Scalar(double number)
            when right instanceof Value.Scalar(double other) -> {
                if (COMPARISONS.contains(operation.operator()) && !operation.yieldsNumber()) {
                    throw new QueryException(-1, "comparisons between scalars must use BOOL modifier");
                }
                yield new Value.Scalar(number(operation.operator(), number, other));
            }
            case Value.Scalar(double number) ->
                each(
                        operation,
                        ((Value.Vector) right).elements(),
                        element -> pair(operation, number, element.number(), element.number()));
            case Value.Vector(var elements)
            when right instanceof Value.Scalar(double other) ->
                each(operation, elements, element -> pair(operation, element.number(), other, element.number()));
            case Value.Vector(var elements) ->
                new Value.Vector(matched(operation, elements, ((Value.Vector) right).elements()));
        };
    }

    private interface Pairing {
        OptionalDouble of(Element element);
    }

    private static Value each(Expression.Operation operation, List<Element> elements, Pairing pairing) {
        List<Element> results = new ArrayList<>();
        for (Element element : elements) {
            pairing.of(element).ifPresent(value -> results.add(new Element(labels(operation, element), value)));
        }
        return new Value.Vector(results);
    }

    /** A comparison that chooses leaves the name in place; whatever reckons takes it away. */
    private static Labels labels(Expression.Operation operation, Element element) {
        return chooses(operation) ? element.labels() : element.labels().unnamed();
    }

    private static boolean chooses(Expression.Operation operation) {
        return COMPARISONS.contains(operation.operator()) && !operation.yieldsNumber();
    }

    /** Returns the result for one pair; empty where a comparison does not hold. */
    private static OptionalDouble pair(Expression.Operation operation, double left, double right, double kept) {
        double result = number(operation.operator(), left, right);
        if (!chooses(operation)) {
            return OptionalDouble.of(result);
        }
        return result == 1 ? OptionalDouble.of(kept) : OptionalDouble.empty();
    }

    private static List<Element> matched(Expression.Operation operation, List<Element> left, List<Element> right) {
        Map<Labels, Element> others = new HashMap<>();
        for (Element element : right) {
            if (others.put(key(operation, element), element) != null) {
                throw new QueryException(
                        -1,
                        "found duplicate series for the match group on the right hand-side of the"
                                + " operation: many-to-many matching not allowed: matching labels must be unique on one side");
            }
        }
        List<Element> results = new ArrayList<>();
        Set<Labels> seen = new HashSet<>();
        for (Element element : left) {
            Labels key = key(operation, element);
            Element other = others.get(key);
            if (other != null) {
                if (!seen.add(key)) {
                    throw new QueryException(
                            -1,
                            "multiple matches for labels: many-to-one matching must be explicit"
                                    + " (group_left/group_right)");
                }
                pair(operation, element.number(), other.number(), element.number())
                        .ifPresent(value -> results.add(new Element(result(operation, element, key), value)));
            }
        }
        return results;
    }

    private static Labels result(Expression.Operation operation, Element element, Labels key) {
        return chooses(operation) ? element.labels() : key;
    }

    private static List<Element> sets(Expression.Operation operation, List<Element> left, List<Element> right) {
        boolean or = operation.operator().equals("or");
        Set<Labels> keys = new HashSet<>();
        (or ? left : right).forEach(element -> keys.add(key(operation, element)));
        List<Element> results = new ArrayList<>(or ? left : List.of());
        for (Element element : or ? right : left) {
            if (keys.contains(key(operation, element)) == operation.operator().equals("and")) {
                results.add(element);
            }
        }
        return results;
    }

    private static Labels key(Expression.Operation operation, Element element) {
        return operation.on()
                ? element.labels().only(operation.labels())
                : element.labels().without(operation.labels());
    }

    private static double number(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            case "%" -> left % right;
            case "^" -> Math.pow(left, right);
            case "==" -> left == right ? 1 : 0;
            case "!=" -> left != right ? 1 : 0;
            case "<" -> left < right ? 1 : 0;
            case "<=" -> left <= right ? 1 : 0;
            case ">" -> left > right ? 1 : 0;
            default -> left >= right ? 1 : 0;
        };
    }
}
