package dev.understudy.simulated.controller.stateful;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Counts the pods of a StatefulSet, and says which revision they have. */
final class SetStatus {
    private SetStatus() {}

    /** Writes the status into the set that the rollout holds. */
    static void write(Rollout rollout, List<Member> members, Instant now) {
        ObjectNode set = rollout.set();
        SetSpec spec = rollout.spec();
        ObjectNode status = set.withObjectProperty("status");
        int ready = count(members, Member::isReady);
        int updated = ofRevision(members, rollout.update().name());
        boolean complete = !spec.onDelete()
                && updated == spec.replicas()
                && ready == spec.replicas()
                && members.size() == spec.replicas();
        status.put("observedGeneration", Marks.generation(set));
        status.put("replicas", members.size());
        status.put("readyReplicas", ready);
        status.put(
                "currentReplicas",
                complete ? updated : ofRevision(members, rollout.current().name()));
        status.put("updatedReplicas", updated);
        status.put(
                "availableReplicas",
                count(members, member -> member.isReady() && member.isAvailable(spec.minReady(), now)));
        status.put(
                "currentRevision",
                complete ? rollout.update().name() : rollout.current().name());
        status.put("updateRevision", rollout.update().name());
        status.put("collisionCount", status.path("collisionCount").asInt());
    }

    private static int ofRevision(List<Member> members, String revision) {
        return count(
                members, member -> !member.isTerminating() && member.revision().equals(revision));
    }

    private static int count(List<Member> members, Predicate<Member> which) {
        return (int) members.stream().filter(which).count();
    }

    /** Returns when the next ready pod will have been ready for long enough. */
    static Optional<Instant> nextAvailable(List<Member> members, Duration minReady, Instant now) {
        return members.stream()
                .filter(member -> !member.isAvailable(minReady, now))
                .flatMap(member -> PodState.readySince(member.pod()).stream())
                .map(since -> since.plus(minReady))
                .min(Comparator.naturalOrder());
    }
}
