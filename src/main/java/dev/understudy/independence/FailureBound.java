package dev.understudy.independence;

/**
 * How often it may still fail although no fail was seen: the exact one-sided 95 % bound {@code 1 - 0.05^(1/n)} of
 * Clopper and Pearson, "The Use of Confidence or Fiducial Limits" (1934). Chosen over the rule of three, {@code 3/n},
 * which is near it only from about 30 drills on.
 */
public final class FailureBound {
    private static final double DOUBT = 0.05;

    private FailureBound() {}

    /**
     * Returns the largest chance of failure that a row of passes leaves open.
     *
     * @param passes in a row, at least 1
     */
    public static double after(int passes) {
        if (passes < 1) {
            throw new IllegalArgumentException("no pass bounds nothing");
        }
        return 1 - Math.pow(DOUBT, 1.0 / passes);
    }
}
