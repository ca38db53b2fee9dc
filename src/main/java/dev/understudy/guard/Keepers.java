package dev.understudy.guard;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.exclusion.GitOps;
import dev.understudy.fault.FaultPlan;
import java.util.List;
import java.util.Optional;

/** Warns, whatever the fault, of controllers that may undo it before a person does. */
public final class Keepers {
    private Keepers() {}

    /** Returns the plan with a warning for each object that Argo CD or Flux keeps. */
    public static FaultPlan warned(FaultPlan plan, ClusterView view) {
        if (!(plan instanceof FaultPlan.Planned planned)) {
            return plan;
        }
        List<String> warnings = planned.changes().stream()
                .flatMap(change -> changed(change, view).stream())
                .flatMap(object -> GitOps.keeperOf(object).map(tool -> warning(object, tool)).stream())
                .distinct()
                .toList();
        return planned.alsoWarning(warnings);
    }

    private static String warning(ClusterObject object, GitOps tool) {
        return object.ref() + " is kept by " + tool.title() + ", which may undo the fault before anybody has seen it;"
                + " suspend its sync for the drill if people are to repair it";
    }

    private static Optional<ClusterObject> changed(Change change, ClusterView view) {
        return switch (change) {
            case Change.Edit edit -> view.find(edit.object());
            case Change.Delete delete -> view.find(delete.object());
            case Change.Create _, Change.RemovePod _ -> Optional.empty();
        };
    }
}
