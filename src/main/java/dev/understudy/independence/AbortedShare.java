package dev.understudy.independence;

import dev.understudy.wording.Words;

/** Nobody can tell from drills most of which were stopped: too many aborted ones leave it insufficient. */
record AbortedShare(Sample sample) {
    /** Returns the condition as one of that verdict. */
    Condition of(Verdict verdict) {
        int aborted = sample.without(Standing.ABORTED).size();
        int all = aborted + sample.counted().size();
        double most = sample.scope().thresholds().abortedShare();
        double share = all == 0 ? 0 : (double) aborted / all;
        return new Condition(
                new Clause(
                        verdict,
                        "at most " + Words.figure(most) + " of the drills aborted",
                        aborted + " of " + all + " (" + Words.figure(share) + ")",
                        share <= most),
                share <= most ? "" : more(aborted, all, most));
    }

    private static String more(int aborted, int all, double most) {
        if (most == 0) {
            return "drills that nobody aborts, and none else in the window";
        }
        long more = (long) Math.ceil(aborted / most) - all;
        return Words.count(more, "more drill") + " that nobody aborts";
    }
}
