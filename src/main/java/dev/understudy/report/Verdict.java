package dev.understudy.report;

import dev.understudy.drill.Drill;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Evidence;
import dev.understudy.drill.Outcome;
import dev.understudy.drill.Phase;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What it came to, in one word and in plain sentences.
 *
 * @param state how far the drill is
 * @param outcome null while it is open, or when it was refused
 * @param cause why it went over to undoing; null while it has not
 * @param causeDetail more about the cause; may be empty
 * @param why one sentence: why this outcome
 * @param next what to do now
 */
public record Verdict(
        Phase state,
        @Nullable Outcome outcome,
        Evidence evidence,
        Hypothesis hypothesis,
        @Nullable EndCause cause,
        String causeDetail,
        String why,
        String next) {
    /** What became of the scenario's hypothesis, judged by outcome and objectives. */
    public enum Hypothesis {
        /** Every objective was met by eligible responders. */
        HELD("held"),
        /** It was put to the test and something was otherwise. */
        REFUTED("did not hold"),
        /** It was not put to the test. */
        UNTESTED("was not tested");

        private final String words;

        Hypothesis(String words) {
            this.words = words;
        }

        /** Returns the end of the sentence "The hypothesis ...". */
        public String words() {
            return words;
        }
    }

    static Verdict of(Drill drill, Zero zero, People people, List<Objective> objectives) {
        Outcome outcome = drill.closed() == null ? null : drill.outcome();
        return new Verdict(
                drill.phase(),
                outcome,
                Evidence.of(drill),
                hypothesis(outcome),
                drill.ending() == null ? null : drill.ending().cause(),
                drill.ending() == null ? "" : drill.ending().detail(),
                new Reasons(drill, zero, people, objectives).why(),
                NextStep.after(drill, outcome));
    }

    /** Returns the word to print large: the outcome, or how far the drill is. */
    public String word() {
        return outcome == null ? state.name().toLowerCase(Locale.ROOT) : outcome.word();
    }

    /** Tells whether the drill passed; one without an outcome has not. */
    public boolean passed() {
        return outcome != null && outcome.passed();
    }

    private static Hypothesis hypothesis(@Nullable Outcome outcome) {
        return switch (outcome) {
            case null -> Hypothesis.UNTESTED;
            case INVALID, ABORTED, SELF_HEALED -> Hypothesis.UNTESTED;
            case RESCUED, NOT_RECOVERED, RECOVERED_LATE -> Hypothesis.REFUTED;
            case RECOVERED -> Hypothesis.HELD;
        };
    }
}
