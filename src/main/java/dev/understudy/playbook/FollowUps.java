package dev.understudy.playbook;

import dev.understudy.debrief.ActionItem;
import dev.understudy.independence.DrillResult;
import dev.understudy.playbook.ImprovementPlan.FollowUp;
import dev.understudy.playbook.ImprovementPlan.State;
import java.util.Comparator;
import java.util.List;

/** Lists what debriefs decided, and how far it has come. */
final class FollowUps {
    private final Groundwork ground;

    FollowUps(Groundwork ground) {
        this.ground = ground;
    }

    /** Returns all: overdue, open, done, fixed; each by due date and title. */
    List<FollowUp> all() {
        return ground.drills().stream()
                .flatMap(drill -> Groundwork.actions(drill).stream().map(action -> followUp(drill, action)))
                .sorted(Comparator.comparing(FollowUp::state)
                        .thenComparing(FollowUp::due)
                        .thenComparing(FollowUp::title)
                        .thenComparing(FollowUp::drill))
                .toList();
    }

    private FollowUp followUp(DrillResult drill, ActionItem action) {
        List<DrillResult> later = later(drill, action);
        return new FollowUp(
                action.title(),
                action.owner(),
                action.due(),
                action.blocking(),
                state(action, later),
                drill.service(),
                drill.incidentClass(),
                drill.drill(),
                Groundwork.retest(drill, action),
                later.isEmpty() ? null : later.getFirst().drill());
    }

    /** A drill re-tests only what is done. When that was nobody writes down: by its due date, one may hope. */
    private List<DrillResult> later(DrillResult drill, ActionItem action) {
        if (!action.done()) {
            return List.of();
        }
        String scenario = Groundwork.retest(drill, action);
        return ground.drills().stream()
                .filter(d -> d.scenario().equals(scenario)
                        && d.outcome().valid()
                        && d.opened().isAfter(drill.opened())
                        && !Groundwork.day(d.opened()).isBefore(action.due()))
                .toList();
    }

    private State state(ActionItem action, List<DrillResult> later) {
        if (action.done()) {
            boolean passed = !later.isEmpty() && later.getLast().outcome().passed();
            return passed ? State.FIXED : State.DONE;
        }
        return action.due().isBefore(ground.today()) ? State.OVERDUE : State.OPEN;
    }
}
