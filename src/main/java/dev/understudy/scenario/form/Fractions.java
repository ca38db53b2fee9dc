package dev.understudy.scenario.form;

import java.math.BigDecimal;

/** Shares as people write them: {@code 0.7}, {@code 70%}, {@code 2/3}. */
final class Fractions {
    /** For JSON Schema: the forms that are no numbers. */
    static final String PATTERN = "[0-9]{1,3}(\\.[0-9]{1,6})?%|[0-9]{1,4}/[1-9][0-9]{0,3}";

    private static final String DECIMAL = "[0-9](\\.[0-9]{1,9})?";

    private Fractions() {}

    static double parse(String text) {
        if (text.matches(DECIMAL)) {
            return Double.parseDouble(text);
        }
        if (!text.matches(PATTERN)) {
            throw new Misfit(text, "write 0.7, 70% or 2/3");
        }
        if (text.endsWith("%")) {
            return new BigDecimal(text.substring(0, text.length() - 1))
                    .movePointLeft(2)
                    .doubleValue();
        }
        int slash = text.indexOf('/');
        return Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
    }
}
