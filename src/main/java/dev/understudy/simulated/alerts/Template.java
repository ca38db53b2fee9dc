package dev.understudy.simulated.alerts;

import dev.understudy.simulated.metrics.Labels;
import dev.understudy.simulated.prometheus.Numbers;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of rules with places for what was found: {@code {{ $labels.service }}}, {@code {{ $value | humanize }}}. */
public final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{-?\\s*(.*?)\\s*-?}}");
    private static final Pattern LABEL = Pattern.compile("(?:\\$labels|\\.Labels)\\.(\\w+)");
    private static final Pattern VALUE =
            Pattern.compile("(?:\\$value|\\.Value)(?:\\s*\\|\\s*(humanize|humanizePercentage|humanizeDuration))?");
    private static final Pattern PRINTF =
            Pattern.compile("(?:\\$value\\s*\\|\\s*)?printf \"(%[.\\d]*f)\"(?:\\s+\\$value)?");

    private Template() {}

    /** Returns the first place in the text that cannot be filled, empty when all can. */
    public static Optional<String> unknown(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .filter(place -> !LABEL.matcher(place).matches()
                        && !VALUE.matcher(place).matches()
                        && !PRINTF.matcher(place).matches())
                .findFirst();
    }

    static String fill(String text, Labels labels, double value) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(filled(place.group(1), labels, value)));
    }

    private static String filled(String place, Labels labels, double value) {
        Matcher label = LABEL.matcher(place);
        if (label.matches()) {
            return labels.get(label.group(1));
        }
        Matcher print = PRINTF.matcher(place);
        if (print.matches()) {
            return String.format(Locale.ROOT, print.group(1), value);
        }
        Matcher number = VALUE.matcher(place);
        return number.matches()
                ? written(value, Optional.ofNullable(number.group(1)).orElse(""))
                : place;
    }

    private static String written(double value, String how) {
        return switch (how) {
            case "humanizePercentage" -> String.format(Locale.ROOT, "%.4g%%", value * 100);
            case "humanizeDuration" -> String.format(Locale.ROOT, "%.4gs", value);
            case "humanize" -> String.format(Locale.ROOT, "%.4g", value);
            default -> Numbers.write(value);
        };
    }
}
