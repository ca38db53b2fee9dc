package dev.understudy.simulated.controller.autoscaler;

/** A metric that says nothing now; the message is the controller's. */
final class Unmeasured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String words;
    private final String amongOthers;

    Unmeasured(String reason, String words) {
        this(reason, words, words);
    }

    Unmeasured(String reason, String words, String amongOthers) {
        super(words, null, false, false);
        this.reason = reason;
        this.words = words;
        this.amongOthers = amongOthers;
    }

    /** Such as {@code FailedGetResourceMetric}. */
    String reason() {
        return reason;
    }

    String words() {
        return words;
    }

    /** The words where the controller speaks of all metrics together. */
    String amongOthers() {
        return amongOthers;
    }
}
