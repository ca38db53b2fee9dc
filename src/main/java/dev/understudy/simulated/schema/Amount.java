package dev.understudy.simulated.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of a resource that can be added and compared, and is written as the server writes it.
 *
 * @param value in the resource's own unit: cores, bytes, pieces
 * @param binary whether it is written with {@code Ki}, {@code Mi} and so on
 */
public record Amount(BigDecimal value, boolean binary) implements Comparable<Amount> {
    /** Nothing. */
    public static final Amount ZERO = new Amount(BigDecimal.ZERO, false);
    /** One piece. */
    public static final Amount ONE = new Amount(BigDecimal.ONE, false);

    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final BigDecimal MILLI = BigDecimal.valueOf(1000);

    /** Reads a quantity; what is none reads as nothing. */
    public static Amount of(String text) {
        return new Amount(Quantities.value(text).orElse(BigDecimal.ZERO), text.endsWith("i"));
    }

    /** Reads a quantity that may also have been written as a number. */
    public static Amount of(JsonNode quantity) {
        return of(quantity.asText());
    }

    /** Adds; the sum is written as this amount is, unless this is nothing. */
    public Amount plus(Amount other) {
        return new Amount(value.add(other.value), value.signum() == 0 ? other.binary : binary);
    }

    public Amount minus(Amount other) {
        return new Amount(value.subtract(other.value), value.signum() == 0 ? other.binary : binary);
    }

    public Amount atLeast(Amount other) {
        return value.compareTo(other.value) >= 0 ? this : other;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** Returns thousandths of the unit, rounded up. */
    public long millis() {
        return value.multiply(MILLI).setScale(0, RoundingMode.UP).longValue();
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.value);
    }

    /** Returns the canonical form, such as {@code 250m} or {@code 1Gi}. */
    @Override
    public String toString() {
        String text = binary ? value.divide(KIBI).toPlainString() + "Ki" : value.toPlainString();
        return Quantities.canonical(text).orElse(text);
    }
}
