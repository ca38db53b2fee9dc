package dev.understudy.guard;

/**
 * A reason not to begin.
 *
 * @param reason what stands in the way
 * @param cure what to do about it
 */
public record Refusal(String reason, String cure) {
    /** Returns {@code not injecting: reason; cure}. */
    @Override
    public String toString() {
        return "not injecting: " + reason + (cure.isEmpty() ? "" : "; " + cure);
    }
}
