package dev.understudy.simulated.prometheus;

import dev.understudy.simulated.metrics.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the part of Prometheus's query language that is understood here; says what is not. */
final class Parser {
    private static final Set<String> AGGREGATIONS = Set.of("sum", "avg", "min", "max", "count");
    private static final Set<String> ABSENT_AGGREGATIONS =
            Set.of("topk", "bottomk", "quantile", "stddev", "stdvar", "count_values", "group", "limitk", "limit_ratio");
    /** From the loosest to the tightest. */
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("or"),
            Set.of("and", "unless"),
            Set.of("==", "!=", "<=", "<", ">=", ">"),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));

    /** How deep a query may nest and how many operators it may have: both are read, and answered, on the stack. */
    private static final int MOST_NESTED = 100;

    private static final int MOST_OPERATORS = 500;

    private final List<Token> tokens;
    private int next;
    private int depth;
    private int operators;

    private Parser(String query) {
        this.tokens = Tokens.of(query);
    }

    /**
     * Reads a query.
     *
     * @throws QueryException when it is no query, or uses what is not there
     */
    static Expression parse(String query) {
        Parser parser = new Parser(query);
        if (parser.token().sort() == Token.Sort.END) {
            throw new QueryException(0, "no expression found in input");
        }
        Expression expression = parser.level(0);
        if (parser.token().sort() != Token.Sort.END) {
            throw parser.unexpected("");
        }
        return expression;
    }

    private Expression level(int level) {
        if (level == LEVELS.size()) {
            return signed();
        }
        Expression left = level(level + 1);
        while (LEVELS.get(level).contains(token().text())
                && (token().sort() == Token.Sort.SIGN || token().sort() == Token.Sort.NAME)) {
            String operator = operator();
            boolean number = accept("bool");
            boolean on = token().is("on");
            List<String> labels = on || token().is("ignoring") ? grouping() : List.of();
            if (token().is("group_left") || token().is("group_right")) {
                throw absent(token().text());
            }
            left = new Expression.Operation(operator, left, level(level + 1), number, on, labels);
        }
        return left;
    }

    private String operator() {
        if (++operators > MOST_OPERATORS) {
            throw new QueryException(token().position(), "more than " + MOST_OPERATORS + " operators in one query");
        }
        return take().text();
    }

    private Expression signed() {
        if (++depth > MOST_NESTED) {
            throw new QueryException(token().position(), "nested more than " + MOST_NESTED + " deep");
        }
        Expression expression;
        if (accept("-")) {
            expression = new Expression.Negation(signed());
        } else {
            expression = accept("+") ? signed() : power();
        }
        depth--;
        return expression;
    }

    private Expression power() {
        Expression base = atom();
        return accept("^") ? new Expression.Operation("^", base, signed(), false, false, List.of()) : base;
    }

    private Expression atom() {
        Token token = token();
        return switch (token.sort()) {
            case NUMBER -> new Expression.Number(Numbers.read(take().text()));
            case NAME -> named();
            case SIGN -> {
                if (accept("(")) {
                    Expression inner = level(0);
                    expect(")");
                    yield noRange(inner);
                }
                yield selector("");
            }
            case STRING -> throw absent("a string as a value");
            case DURATION, END -> throw unexpected("");
        };
    }

    private Expression named() {
        Token name = take();
        String text = name.text();
        boolean grouped = token().is("by") || token().is("without");
        if (ABSENT_AGGREGATIONS.contains(text) && (token().is("(") || grouped)) {
            throw absentAt(name, text);
        }
        if (AGGREGATIONS.contains(text) && (token().is("(") || grouped)) {
            return aggregation(text);
        }
        return token().is("(") ? call(name) : selector(text);
    }

    private Expression aggregation(String operator) {
        boolean without = token().is("without");
        List<String> labels = without || token().is("by") ? grouping() : List.of();
        expect("(");
        Expression inner = level(0);
        expect(")");
        if (labels.isEmpty() && (token().is("by") || token().is("without"))) {
            without = token().is("without");
            labels = grouping();
        }
        return noRange(new Expression.Aggregation(operator, without, labels, inner));
    }

    private List<String> grouping() {
        take();
        expect("(");
        List<String> labels = new ArrayList<>();
        while (!accept(")")) {
            labels.add(name());
            if (!token().is(")")) {
                expect(",");
            }
        }
        return labels;
    }

    private Expression call(Token name) {
        if (!Functions.NAMES.contains(name.text())) {
            throw absentAt(name, "function \"" + name.text() + "\"");
        }
        expect("(");
        List<Expression> arguments = new ArrayList<>();
        while (!accept(")")) {
            arguments.add(level(0));
            if (!token().is(")")) {
                expect(",");
            }
        }
        Functions.check(name.text(), arguments, name.position());
        return noRange(new Expression.Call(name.text(), arguments));
    }

    private Expression selector(String metric) {
        int position = token().position();
        List<Matching> matchings = new ArrayList<>();
        if (!metric.isEmpty()) {
            matchings.add(Matching.of(Labels.NAME, "=", metric, position));
        } else if (!token().is("{")) {
            throw unexpected("");
        }
        if (accept("{")) {
            while (!accept("}")) {
                matchings.add(matching());
                if (!token().is("}")) {
                    expect(",");
                }
            }
        }
        if (matchings.stream().allMatch(each -> each.holds().test(""))) {
            throw new QueryException(position, "vector selector must contain at least one non-empty matcher");
        }
        Optional<Duration> range = Optional.empty();
        if (accept("[")) {
            range = Optional.of(duration());
            if (token().is(":")) {
                throw absent("a subquery");
            }
            expect("]");
        }
        Duration offset = accept("offset") ? (accept("-") ? duration().negated() : duration()) : Duration.ZERO;
        if (token().is("@")) {
            throw absent("the @ modifier");
        }
        return new Expression.Selector(List.copyOf(matchings), range, offset);
    }

    private Matching matching() {
        int position = token().position();
        String label = name();
        Token operator = take();
        if (!Set.of("=", "!=", "=~", "!~").contains(operator.text())) {
            throw new QueryException(
                    operator.position(), "unexpected \"" + operator.text() + "\" in label matching, expected operator");
        }
        if (token().sort() != Token.Sort.STRING) {
            throw unexpected(" in label matching, expected string");
        }
        return Matching.of(label, operator.text(), take().text(), position);
    }

    private Expression noRange(Expression inner) {
        if (token().is("[")) {
            throw absent("a subquery");
        }
        return inner;
    }

    private Duration duration() {
        if (token().sort() != Token.Sort.DURATION) {
            throw unexpected(", expected duration");
        }
        return Numbers.duration(take().text());
    }

    private String name() {
        if (token().sort() != Token.Sort.NAME) {
            throw unexpected(", expected a label");
        }
        return take().text();
    }

    private Token token() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean accept(String sign) {
        boolean there = token().is(sign);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String sign) {
        if (!accept(sign)) {
            throw unexpected(", expected \"" + sign + "\"");
        }
    }

    private QueryException unexpected(String more) {
        String what = token().sort() == Token.Sort.END ? "end of input" : "\"" + token().text() + "\"";
        return new QueryException(token().position(), "unexpected " + what + more);
    }

    private QueryException absent(String what) {
        return absentAt(token(), what);
    }

    private static QueryException absentAt(Token token, String what) {
        return new QueryException(token.position(), what + " is not there in the simulated cluster's Prometheus");
    }
}
