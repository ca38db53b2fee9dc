package dev.understudy.simulated.prometheus;

import dev.understudy.simulated.metrics.Labels;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One condition on a label: {@code service="cart"}, {@code code=~"5.."}. An expression must match the whole value.
 *
 * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}
 */
record Matching(String label, String operator, String value, Predicate<String> holds) {
    static Matching of(String label, String operator, String value, int position) {
        return new Matching(
                label,
                operator,
                value,
                switch (operator) {
                    case "=" -> value::equals;
                    case "!=" -> Predicate.not(value::equals);
                    case "=~" -> expression(value, position);
                    default -> expression(value, position).negate();
                });
    }

    private static Predicate<String> expression(String value, int position) {
        try {
            return Pattern.compile(value, Pattern.DOTALL).asMatchPredicate();
        } catch (PatternSyntaxException wrong) {
            throw new QueryException(position, "error parsing regexp: " + wrong.getDescription() + ": `" + value + "`");
        } catch (StackOverflowError tooDeep) {
            throw new QueryException(position, "error parsing regexp: expression nests too deeply");
        }
    }

    boolean holds(Labels labels) {
        return holds.test(labels.get(label));
    }
}
