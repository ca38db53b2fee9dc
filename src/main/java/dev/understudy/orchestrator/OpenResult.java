package dev.understudy.orchestrator;

import dev.understudy.guard.Refusal;
import java.util.List;

/** What came of trying to open a drill. */
public sealed interface OpenResult {
    /** It goes on. */
    record Going(LiveDrill drill, DrillPlan plan) implements OpenResult {}

    /** It may not begin, and nothing was touched. */
    record Refused(List<Refusal> refusals) implements OpenResult {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
