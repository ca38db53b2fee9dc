package dev.understudy.fault;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ObjectRef;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a planner answers. */
public sealed interface FaultPlan {
    /**
     * What will be done.
     *
     * @param changes in the order in which they are made
     * @param podsHit pods that will be deleted, restarted or cut off
     * @param podsOfTarget pods of the target before the first change, the whole of which {@code podsHit} is a part
     * @param warnings what may make it come out otherwise, each a sentence; they stop nothing
     */
    record Planned(List<Change> changes, Set<ObjectRef> podsHit, int podsOfTarget, List<String> warnings)
            implements FaultPlan {
        public Planned {
            changes = List.copyOf(changes);
            podsHit = Set.copyOf(podsHit);
            warnings = List.copyOf(warnings);
        }

        /** A plan without warnings. */
        public Planned(List<Change> changes, Set<ObjectRef> podsHit, int podsOfTarget) {
            this(changes, podsHit, podsOfTarget, List.of());
        }

        /** Returns the same with more warnings. */
        public Planned alsoWarning(List<String> more) {
            return new Planned(
                    changes,
                    podsHit,
                    podsOfTarget,
                    Stream.concat(warnings.stream(), more.stream()).toList());
        }

        /** Returns the same with other changes. */
        public Planned with(List<Change> others) {
            return new Planned(others, podsHit, podsOfTarget, warnings);
        }
    }

    /**
     * Why not.
     *
     * @param reasons each a sentence that also says what to do about it
     */
    record Impossible(List<String> reasons) implements FaultPlan {
        public Impossible {
            reasons = List.copyOf(reasons);
        }

        /** For one reason. */
        public Impossible(String reason) {
            this(List.of(reason));
        }
    }
}
