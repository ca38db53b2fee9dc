package dev.understudy.independence;

import dev.understudy.drill.Briefing;
import dev.understudy.drill.Drill;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Evidence;
import dev.understudy.drill.Goal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a closed drill's result off its state and its journal. */
final class ResultReading {
    private ResultReading() {}

    static DrillResult of(Drill drill, List<Entry> entries, Evidence evidence, DrillResult.@Nullable Before before) {
        Briefing briefing = drill.briefing();
        Briefing.Subject subject = briefing.subject();
        Doers doers = Doers.of(drill);
        Goal acknowledge = Goal.acknowledge(drill);
        return new DrillResult(
                briefing.drill(),
                subject.scenario(),
                subject.title(),
                subject.service(),
                subject.incidentClass(),
                briefing.stage().cluster(),
                briefing.stage().target(),
                drill.opened().at(),
                briefing.excluded(),
                briefing.participants().hero(),
                drill.outcome(),
                evidence,
                drill.lead(),
                doers.acted(),
                doers.rescuers(),
                timed(Goal.detect(drill)),
                drill.marks().detected() == null ? null : timed(acknowledge),
                timed(Goal.recover(drill)),
                briefing.guardrails().deadline(),
                drill.ending() != null && drill.ending().cause() == EndCause.DEADLINE,
                briefing.objectives(),
                doers.firstAction(),
                SignReading.of(drill, entries, doers),
                subject.runbook(),
                drill.debrief(),
                before);
    }

    /** What stops a clock may have come before what starts it: somebody took it before the alert fired. */
    private static @Nullable Timed timed(Goal goal) {
        Duration took = goal.took();
        Duration waited = goal.waited();
        if (took != null) {
            return new Timed(took.isNegative() ? Duration.ZERO : took, true);
        }
        return waited == null ? null : new Timed(waited, false);
    }
}
