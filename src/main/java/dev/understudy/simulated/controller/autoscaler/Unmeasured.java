package dev.understudy.simulated.controller.autoscaler;

/** A metric that says nothing now; the message is the controller's. */
final class Unmeasured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String words;
    private final String metric;

    Unmeasured(String reason, String words) {
        this(reason, words, "");
    }

    private Unmeasured(String reason, String words, String metric) {
        super(words, null, false, false);
        this.reason = reason;
        this.words = words;
        this.metric = metric;
    }

    /** Returns the same about a metric, such as {@code cpu resource}. */
    Unmeasured about(String named) {
        return new Unmeasured(reason, words, named);
    }

    /** What happened, with the metric. */
    String fullWords() {
        return metric.isEmpty() ? words : "failed to get " + metric + " metric value: " + words;
    }

    /** Such as {@code FailedGetResourceMetric}. */
    String reason() {
        return reason;
    }

    String words() {
        return words;
    }
}
