package dev.understudy.report;

import dev.understudy.debrief.Debrief;
import dev.understudy.drill.Drill;
import dev.understudy.drill.Outcome;
import org.jspecify.annotations.Nullable;

/** What to do after a drill. */
final class NextStep {
    private NextStep() {}

    static String after(Drill drill, @Nullable Outcome outcome) {
        String first = drill.leftBehind()
                ? "First finish the undo: run `understudy undo --drill "
                        + drill.briefing().drill() + "` and look at what failed. "
                : "";
        return first + then(drill, outcome);
    }

    private static String then(Drill drill, @Nullable Outcome outcome) {
        Debrief debrief = drill.debrief();
        if (debrief != null && outcome != null && outcome.valid()) {
            return debriefed(debrief, outcome);
        }
        return switch (outcome) {
            case null -> open(drill);
            case INVALID ->
                "Make sure that the service is well and that the fault reaches what the probes see, then repeat it.";
            case ABORTED -> "Look at what stopped it, settle that, and repeat the drill.";
            case RESCUED ->
                "In the debrief, write down what had to come from outside, put it into the runbook, let the"
                        + " substitute lead with support, and repeat this drill.";
            case NOT_RECOVERED ->
                "In the debrief, find where the time went, and which step, alert or permission was missing; mend that"
                        + " and repeat this drill.";
            case SELF_HEALED -> "Write down that the system needs nobody here, and drill something it cannot heal.";
            case RECOVERED ->
                drill.briefing().stage().rehearsal()
                        ? "Hold the debrief, then run it on a real cluster with real responders: only that is evidence."
                        : "Hold the debrief, and let somebody else lead the next drill of this class.";
            case RECOVERED_LATE ->
                "In the debrief, ask what would have halved the time that was missed; mend that and repeat this drill.";
        };
    }

    private static String debriefed(Debrief debrief, Outcome outcome) {
        long open = debrief.actions().stream().filter(action -> !action.done()).count();
        String first = open == 0 ? "" : "See to the open actions of the debrief (" + open + "). ";
        return first
                + (outcome.passed()
                        ? "Let somebody else lead the next drill of this class."
                        : "Repeat this drill, with the substitute in the lead.");
    }

    private static String open(Drill drill) {
        return switch (drill.phase()) {
            case REFUSED -> "Settle what stands in the way and start it again.";
            case PREPARING, HELD, RUNNING, ENDING, CLOSED -> "Wait for its end; this report shows it as far as it is.";
        };
    }
}
