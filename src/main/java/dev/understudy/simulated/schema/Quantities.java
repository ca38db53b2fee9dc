package dev.understudy.simulated.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites amounts of resources in the server's canonical form: {@code 0.5} is {@code 500m}, {@code 1024Mi} is
 * {@code 1Gi}, {@code 1000e3} is {@code 1e6}. The family of suffixes stays (decimal, binary or exponent), the mantissa is
 * whole and the suffix the largest possible.
 */
public final class Quantities {
    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]?|[eE][+-]?0*\\d{1,2})");
    /** Beyond these a text asks for more digits than memory holds, and no resource has so much or so little. */
    private static final int LONGEST_TEXT = 64;

    private static final int LARGEST_EXPONENT = 30;
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final Map<String, Integer> POWER_OF_TEN =
            Map.of("n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);

    private Quantities() {}

    /**
     * Returns the canonical form, or empty when the text is no quantity. A text longer than 64 characters and an exponent
     * beyond 30 either way are none.
     */
    public static Optional<String> canonical(String text) {
        return form(text).map(form -> {
            BigDecimal value = value(form);
            String suffix = form.group(2);
            if (suffix.endsWith("i")) {
                // Below 1024 the server turns to decimal, as for a fraction of a byte.
                return value.abs().compareTo(KIBI) < 0 ? decimal(value) : binary(value);
            }
            return POWER_OF_TEN.containsKey(suffix) ? decimal(value) : exponent(value);
        });
    }

    /** Returns the amount as a number, for sums and comparisons; empty for what has no canonical form. */
    public static Optional<BigDecimal> value(String text) {
        return form(text).map(Quantities::value);
    }

    private static Optional<Matcher> form(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        return Optional.of(FORM.matcher(text))
                .filter(Matcher::matches)
                .filter(form -> Math.abs(power(form.group(2))) <= LARGEST_EXPONENT);
    }

    private static BigDecimal value(Matcher form) {
        BigDecimal mantissa = new BigDecimal(form.group(1));
        String suffix = form.group(2);
        return suffix.endsWith("i")
                ? mantissa.multiply(KIBI.pow(BINARY.indexOf(suffix)))
                : mantissa.scaleByPowerOfTen(power(suffix));
    }

    /** Returns the power of ten that a suffix stands for; the binary ones stand for none. */
    private static int power(String suffix) {
        boolean exponent = suffix.length() > 1 && !suffix.endsWith("i");
        return exponent ? Integer.parseInt(suffix.substring(1)) : POWER_OF_TEN.getOrDefault(suffix, 0);
    }

    private static String decimal(BigDecimal value) {
        BigDecimal nano = value.setScale(9, RoundingMode.UP);
        for (int i = DECIMAL.size() - 1; i >= 0; i--) {
            BigDecimal scaled = nano.scaleByPowerOfTen(-POWER_OF_TEN.getOrDefault(DECIMAL.get(i), 0));
            if (isWhole(scaled) && nano.signum() != 0) {
                return scaled.toBigInteger() + DECIMAL.get(i);
            }
        }
        return "0";
    }

    private static String binary(BigDecimal value) {
        BigDecimal whole = value.setScale(0, RoundingMode.UP);
        int step = 0;
        while (step < BINARY.size() - 1 && isWhole(whole.divide(KIBI))) {
            whole = whole.divide(KIBI);
            step++;
        }
        return whole.toBigInteger() + BINARY.get(step);
    }

    private static String exponent(BigDecimal exact) {
        BigDecimal value = exact.setScale(9, RoundingMode.UP);
        int power = 18;
        while (power > -9 && !isWhole(value.scaleByPowerOfTen(-power))) {
            power -= 3;
        }
        String mantissa = value.scaleByPowerOfTen(-power).toBigInteger().toString();
        return value.signum() == 0 ? "0" : power == 0 ? mantissa : mantissa + "e" + power;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }
}
