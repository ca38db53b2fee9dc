package dev.understudy.simulated.controller.deployment;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * All ReplicaSets of one Deployment.
 *
 * @param current the one whose template is the Deployment's, empty before it is made
 * @param old the others, oldest first
 */
record OwnedSets(Optional<OwnedSet> current, List<OwnedSet> old) {
    OwnedSets {
        old = old.stream().sorted(OwnedSet.OLDEST_FIRST).toList();
    }

    List<OwnedSet> all() {
        return Stream.concat(old.stream(), current.stream()).toList();
    }

    /** Returns those that ask for pods. */
    List<OwnedSet> active() {
        return all().stream().filter(set -> set.size() > 0).toList();
    }

    int total(ToIntFunction<OwnedSet> count) {
        return all().stream().mapToInt(count).sum();
    }

    /** Returns the number that the next template gets. */
    long nextRevision() {
        return old.stream().mapToLong(OwnedSet::revision).max().orElse(0) + 1;
    }
}
