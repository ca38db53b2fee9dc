package dev.understudy.guard;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldPath;
import dev.understudy.fault.FaultPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Faults that touch the same field of one object, seen only now that their changes are known. An undo would not know
 * whose value it finds.
 */
final class Overlaps {
    private Overlaps() {}

    static List<Refusal> refusals(List<PlannedFault> faults) {
        List<Refusal> all = new ArrayList<>();
        for (int later = 0; later < faults.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                overlap(faults.get(earlier), faults.get(later)).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<Refusal> overlap(PlannedFault earlier, PlannedFault later) {
        return changes(later)
                .flatMap(one -> changes(earlier).flatMap(other -> shared(one, other).stream()))
                .findFirst()
                .map(shared -> new Refusal(
                        "'" + later.step().name() + "' touches " + shared + ", and so does '"
                                + earlier.step().name() + "'",
                        "no two faults may touch the same: make them one, or two scenarios"));
    }

    /** Kubernetes taints a node that takes no pods, in the same list: who then owns the list is nobody of ours. */
    private static boolean entwined(FieldPath one, FieldPath other) {
        return Set.of(one.toString(), other.toString()).equals(Set.of("spec.taints", "spec.unschedulable"));
    }

    private static Stream<Change> changes(PlannedFault fault) {
        return fault.plan() instanceof FaultPlan.Planned planned ? planned.changes().stream() : Stream.empty();
    }

    private static Optional<String> shared(Change one, Change other) {
        boolean pods = one instanceof Change.RemovePod || other instanceof Change.RemovePod;
        if (pods || !one.object().equals(other.object())) {
            return Optional.empty();
        }
        if (one instanceof Change.Edit some && other instanceof Change.Edit more) {
            return some.edits().stream()
                    .filter(edit -> more.edits().stream()
                            .anyMatch(e -> e.path().overlaps(edit.path()) || entwined(e.path(), edit.path())))
                    .map(edit -> edit.path() + " of " + one.object())
                    .findFirst();
        }
        return Optional.of(one.object().toString());
    }
}
