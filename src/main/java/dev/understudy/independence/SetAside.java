package dev.understudy.independence;

import dev.understudy.wording.Words;
import java.util.List;
import java.util.Optional;

/**
 * A pass without several people counts for each of them, a fail for none of them alone: it may be the absence of another
 * that it shows. Leaving fails out flatters, so the proof says how many were left out, what the figures would be with
 * them, and that the group is judged by itself, where they do count.
 */
final class SetAside {
    private SetAside() {}

    /** Returns the condition, which always holds; none when nothing was set aside. */
    static Optional<Condition> of(Sample sample) {
        List<DrillResult> aside = sample.without(Standing.SET_ASIDE);
        if (aside.isEmpty()) {
            return Optional.empty();
        }
        SuccessPosterior counted = sample.posterior();
        SuccessPosterior all = new SuccessPosterior(counted.passes(), counted.drills() + aside.size());
        String found = Words.count(aside.size(), "failed drill") + " without others too: not counted here, judged"
                + " for those excluded together. With " + (aside.size() == 1 ? "it " : "them ") + (long) all.passes()
                + " of " + (long) all.drills() + ", P = "
                + Words.figure(all.atLeast(sample.scope().thresholds().success()));
        return Optional.of(new Condition(
                new Clause(
                        Verdict.INDEPENDENT,
                        "a fail without several people counts for none of them alone",
                        found,
                        true),
                ""));
    }
}
