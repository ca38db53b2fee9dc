package dev.understudy.scenario.form;

import dev.understudy.probe.Share;
import dev.understudy.scenario.Nearest;
import dev.understudy.scenario.yaml.PlainSort;
import dev.understudy.scenario.yaml.Tree.Leaf;
import dev.understudy.scenario.yaml.Tree.Style;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The kinds of number, truth value and word that files may hold. */
public final class Leaves {
    private Leaves() {}

    /** A whole number in decimal digits. */
    public static Form<Integer> whole(int min, int max) {
        String range = max == Integer.MAX_VALUE ? min + " or more" : min + " to " + max;
        return new LeafForm<>(
                "a whole number, " + range,
                min,
                leaf -> number(leaf, min, max),
                max == Integer.MAX_VALUE
                        ? JsonMap.of("type", "integer", "minimum", min)
                        : JsonMap.of("type", "integer", "minimum", min, "maximum", max),
                false);
    }

    /** A number, whole or with a point or an exponent; not infinite. */
    public static Form<BigDecimal> number() {
        return new LeafForm<>("a number", BigDecimal.ZERO, Leaves::number, JsonMap.of("type", "number"), false);
    }

    /**
     * A share or a chance: in decimals, in percent, or as a quotient of whole numbers.
     *
     * @param min smallest, in decimals
     * @param max largest, in decimals
     */
    public static Form<Double> fraction(String min, String max) {
        double from = Double.parseDouble(min);
        double to = Double.parseDouble(max);
        return new LeafForm<>(
                "a share between " + min + " and " + max + ", such as 0.7, 70% or 2/3",
                from,
                leaf -> {
                    double share = Fractions.parse(leaf.text());
                    if (share < from || share > to) {
                        throw new Misfit(leaf.text(), "from " + min + " to " + max);
                    }
                    return share;
                },
                JsonMap.of(
                        "anyOf",
                        List.of(
                                JsonMap.of("type", "number", "minimum", from, "maximum", to),
                                JsonMap.of("type", "string", "pattern", "^(" + Fractions.PATTERN + ")$"))),
                true);
    }

    /** {@code true} or {@code false}. */
    public static Form<Boolean> truth() {
        return new LeafForm<>(
                "true or false",
                false,
                leaf -> {
                    if (leaf.style() == Style.QUOTED || leaf.sort() != PlainSort.TRUTH) {
                        throw new Misfit(leaf.text(), "write true or false, without quotes");
                    }
                    return leaf.text().equalsIgnoreCase("true");
                },
                JsonMap.of("type", "boolean"),
                false);
    }

    /** {@code true}, where only the key says something. */
    public static Form<Boolean> yes() {
        return new LeafForm<>(
                "true",
                true,
                leaf -> {
                    if (leaf.style() == Style.QUOTED || !leaf.text().equalsIgnoreCase("true")) {
                        throw new Misfit(leaf.text(), "write true, or leave the line out");
                    }
                    return true;
                },
                JsonMap.of("const", true),
                false);
    }

    /** A length of time. */
    public static Form<Duration> duration() {
        return new LeafForm<>(
                "a duration such as 90s, 1h30m or PT90S",
                Duration.ZERO,
                leaf -> GoDuration.parse(leaf.text()),
                JsonMap.of("type", "string", "pattern", "^(" + GoDuration.PATTERN + Texts.OR_PARAMETER + ")$"),
                true);
    }

    /** A number of pods or a percentage. */
    public static Form<Share> share() {
        return new LeafForm<>(
                "a number of pods or a percentage such as 100%",
                new Share(0, false),
                leaf -> Share.parse(leaf.text()),
                JsonMap.of(
                        "anyOf",
                        List.of(
                                JsonMap.of("type", "integer", "minimum", 0),
                                JsonMap.of(
                                        "type",
                                        "string",
                                        "pattern",
                                        "^([0-9]{1,2}%|100%" + Texts.OR_PARAMETER + ")$"))),
                true);
    }

    /** One word of a list, each for one constant: {@code not-recovered} for {@code NOT_RECOVERED}. */
    public static <E extends Enum<E>> Form<E> word(Class<E> type) {
        return word(type, constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** One word of a list, each for one constant. */
    public static <E extends Enum<E>> Form<E> word(Class<E> type, Function<E, String> word) {
        return oneOf(List.of(type.getEnumConstants()), word);
    }

    /** One of some things, by its word. */
    public static <T> Form<T> oneOf(List<T> things, Function<T, String> word) {
        List<String> words = things.stream().map(word).toList();
        return new LeafForm<>(
                "one of " + String.join(", ", words),
                things.getFirst(),
                leaf -> {
                    int found = words.indexOf(leaf.text());
                    if (found < 0) {
                        throw new Misfit(
                                leaf.text(),
                                Nearest.to(leaf.text(), words)
                                        .map(w -> "did you mean '" + w + "'?")
                                        .orElse(null));
                    }
                    return things.get(found);
                },
                JsonMap.of("enum", words),
                false);
    }

    private static BigDecimal number(Leaf leaf) {
        String text = leaf.text();
        if (leaf.style() == Style.QUOTED) {
            throw new Misfit(text, PlainSort.of(text).word().equals("number") ? "remove the quotes" : null);
        }
        if (!text.matches("[-+]?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?")) {
            throw new Misfit(text, "write it in decimal digits, such as 0.05");
        }
        return new BigDecimal(text);
    }

    private static int number(Leaf leaf, int min, int max) {
        String text = leaf.text();
        if (leaf.style() == Style.QUOTED && PlainSort.of(text) == PlainSort.WHOLE) {
            throw new Misfit(text, "remove the quotes");
        }
        if (text.matches("[-+]?0[0-9]+")) {
            throw new Misfit(text, "remove the leading zero: some readers take it for octal");
        }
        if (!text.matches("[-+]?[0-9]{1,18}") || leaf.style() == Style.QUOTED) {
            throw new Misfit(text, leaf.sort() == PlainSort.WHOLE ? "write it in decimal digits" : null);
        }
        long value = Long.parseLong(text);
        if (value < min || value > max) {
            throw new Misfit(text, null);
        }
        return (int) value;
    }
}
