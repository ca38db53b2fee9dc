package dev.understudy.simulated.controller.autoscaler;

/**
 * How many replicas bring the use of pods to a target.
 *
 * @param target percent of the requests when {@code relative}, else thousandths for each pod
 */
record Replicas(Samples samples, long target, boolean relative) {
    /** How far the use may be from the target without anything being done. */
    private static final double TOLERANCE = 0.1;

    /** Returns the number of replicas; pods that are not ready count as idle when there should be more. */
    int of(int current) {
        int ready = samples.use().size();
        double ratio = ratio(0, 0);
        if (samples.silent().isEmpty() || ratio <= 1) {
            return isNear(ratio) ? current : (int) Math.ceil(ratio * ready);
        }
        long asked = samples.silent().stream().mapToLong(Long::longValue).sum();
        int all = ready + samples.silent().size();
        double careful = ratio(samples.silent().size(), asked);
        if (isNear(careful) || careful < 1) {
            return current;
        }
        int replicas = (int) Math.ceil(careful * all);
        return replicas < current ? current : replicas;
    }

    private double ratio(int morePods, long moreAsked) {
        if (relative) {
            long asked = samples.asked() + moreAsked;
            return asked == 0 ? 1 : (double) (samples.total() * 100 / asked) / target;
        }
        int pods = samples.use().size() + morePods;
        return (double) samples.total() / pods / target;
    }

    private static boolean isNear(double ratio) {
        return Math.abs(ratio - 1) <= TOLERANCE;
    }
}
