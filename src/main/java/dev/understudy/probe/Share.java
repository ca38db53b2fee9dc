package dev.understudy.probe;

/**
 * A number of pods, or a percentage of what the workload asked for before the first change.
 *
 * @param amount 0 or more; a percentage is at most 100
 */
public record Share(int amount, boolean percent) {
    public Share {
        if (amount < 0 || (percent && amount > 100)) {
            throw new IllegalArgumentException(
                    percent ? "a percentage lies between 0% and 100%" : "a number of pods is 0 or more");
        }
    }

    /** Parses {@code 100%} or {@code 2}. */
    public static Share parse(String text) {
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        if (!digits.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("'" + text + "' is neither a number of pods nor a percentage");
        }
        return new Share(Integer.parseInt(digits), text.endsWith("%"));
    }

    /**
     * Returns how many pods that is.
     *
     * @param desired what the workload asked for before the first change; a percentage rounds up, and of nothing it is
     *     one pod: 0 of 0 is not ready
     */
    public int of(int desired) {
        return percent ? Math.max(amount == 0 ? 0 : 1, (int) Math.ceilDiv((long) desired * amount, 100L)) : amount;
    }

    @Override
    public String toString() {
        return amount + (percent ? "%" : "");
    }
}
