package dev.understudy.simulated.controller.autoscaler;

/** A metric that says nothing now; the message is the controller's. */
final class Unmeasured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String words;

    Unmeasured(String reason, String words) {
        super(words, null, false, false);
        this.reason = reason;
        this.words = words;
    }

    /** Such as {@code FailedGetResourceMetric}. */
    String reason() {
        return reason;
    }

    String words() {
        return words;
    }
}
