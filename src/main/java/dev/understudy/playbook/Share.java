package dev.understudy.playbook;

/**
 * How many of how many.
 *
 * @param part at least 0, at most {@code whole}
 * @param whole at least 0
 */
public record Share(long part, long whole) {
    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
    }

    /** Returns the part of the whole, between 0 and 1; 0 of nothing. */
    public double value() {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** Returns it in words: {@code 8 of 10}. */
    public String words() {
        return part + " of " + whole;
    }
}
