package dev.understudy.scenario.yaml;

import java.util.regex.Pattern;

/**
 * What text without quotes means in YAML 1.2 (core schema). YAML 1.1 saw more: {@code yes} was a truth value,
 * {@code 2026-11-21} a date, {@code 1:30} ninety; here all three are text.
 */
public enum PlainSort {
    /** {@code null}, {@code ~} or no text. */
    NOTHING("nothing"),
    /** {@code true} or {@code false}. */
    TRUTH("truth value"),
    /** Digits, also octal {@code 0o17} and hexadecimal {@code 0x1F}. */
    WHOLE("number"),
    /** With a point or an exponent, or infinite, or not a number. */
    DECIMAL("number"),
    /** Everything else. */
    TEXT("text");

    private static final Pattern NONE = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern TRUE_FALSE = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern DIGITS = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern POINT = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?" + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    /** Longer text is no number that anybody would write. */
    private static final int LONGEST = 64;

    private final String word;

    PlainSort(String word) {
        this.word = word;
    }

    /** As an error message says it. */
    public String word() {
        return word;
    }

    /** Returns the sort of a text that stands without quotes. */
    public static PlainSort of(String text) {
        if (text.length() > LONGEST) {
            return TEXT;
        }
        if (NONE.matcher(text).matches()) {
            return NOTHING;
        }
        if (TRUE_FALSE.matcher(text).matches()) {
            return TRUTH;
        }
        if (DIGITS.matcher(text).matches()) {
            return WHOLE;
        }
        return POINT.matcher(text).matches() ? DECIMAL : TEXT;
    }
}
