package dev.understudy.simulated.traffic;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shares as people write them: {@code 5%}, {@code 0.05}. */
final class Shares {
    private static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(%?)");

    private Shares() {}

    /** Returns the share, at most 1, or empty when the text is none. */
    static OptionalDouble read(String text) {
        Matcher share = SHARE.matcher(text.strip());
        if (!share.matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(share.group(1));
        return OptionalDouble.of(Math.min(1, share.group(2).isEmpty() ? number : number / 100));
    }
}
