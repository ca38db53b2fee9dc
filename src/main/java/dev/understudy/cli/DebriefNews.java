package dev.understudy.cli;

import dev.understudy.app.Debriefing;
import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Debrief;
import dev.understudy.drill.Drill;
import dev.understudy.drill.Evidence;
import dev.understudy.drill.Evidence.Worth;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a debrief has changed, in sentences. */
final class DebriefNews {
    private DebriefNews() {}

    static List<String> of(Debriefing debriefing) {
        Drill drill = debriefing.after();
        Debrief debrief = Objects.requireNonNull(drill.debrief());
        List<String> lines = new ArrayList<>();
        lines.add("the debrief of drill " + drill.briefing().drill() + " is recorded"
                + (debriefing.before().debrief() == null
                        ? ""
                        : "; what the one before settled stays unless this one answers it anew"));
        lines.add(outcome(debriefing));
        lines.add("led by: " + (drill.lead() == null ? "nobody" : drill.lead()));
        lines.add(evidence(Evidence.of(debriefing.before()), Evidence.of(drill)));
        if (!debrief.gaps().isEmpty()) {
            lines.add(Words.count(debrief.gaps().size(), "question") + " that somebody had to ask");
        }
        if (!debrief.actions().isEmpty()) {
            long open = debrief.actions().stream().filter(a -> !a.done()).count();
            long blocking =
                    debrief.actions().stream().filter(ActionItem::blocks).count();
            lines.add(Words.count(open, "open action")
                    + (blocking == 0 ? "" : "; independence waits for " + blocking + " of them"));
        }
        lines.add("'understudy report " + drill.briefing().drill()
                + "' prints it with the drill, 'understudy check --service "
                + drill.briefing().subject().service() + "' what follows for the verdict");
        return lines;
    }

    private static String outcome(Debriefing debriefing) {
        Drill drill = debriefing.after();
        String closed = drill.closed() == null ? "" : drill.closed().outcome().word();
        String before = debriefing.before().outcome().word();
        String now = drill.outcome().word();
        if (!now.equals(before)) {
            return "outcome after the debrief: " + now + " (at the close: " + closed
                    + (before.equals(closed) ? ")" : "; before this debrief: " + before + ")");
        }
        return now.equals(closed)
                ? "outcome: " + now + ", as at the close"
                : "outcome: " + now + ", as before this debrief (at the close: " + closed + ")";
    }

    private static String evidence(Evidence before, Evidence after) {
        return switch (after.worth()) {
            case DRILL -> before.worth() == Worth.DRILL ? "it counts as evidence" : "it counts as evidence now";
            case REHEARSAL -> "it stays a rehearsal, and no debrief makes that evidence";
            case NONE -> "it does not count as evidence: " + after.because();
        };
    }
}
