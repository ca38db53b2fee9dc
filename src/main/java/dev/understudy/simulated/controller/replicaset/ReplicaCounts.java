package dev.understudy.simulated.controller.replicaset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.object.Selector;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.StatusException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a ReplicaSet's status counts.
 *
 * @param labelled pods that carry every label of the template
 * @param available pods ready for {@code minReadySeconds}
 * @param terminating pods that are on their way out, counted nowhere else
 * @param nextAvailable when the next ready pod becomes available
 */
record ReplicaCounts(
        int replicas, int labelled, int ready, int available, int terminating, Optional<Instant> nextAvailable) {
    private static final String FAILURE = "ReplicaFailure";

    static ReplicaCounts of(ObjectNode set, List<ObjectNode> held, Instant now) {
        List<ObjectNode> pods = held.stream().filter(PodState::active).toList();
        Selector template = Selector.ofLabels(Marks.labels(set.path("spec").path("template")));
        Duration minReady =
                Duration.ofSeconds(set.path("spec").path("minReadySeconds").asLong());
        Optional<Instant> next = pods.stream()
                .filter(pod -> !PodState.available(pod, minReady, now))
                .map(PodState::readySince)
                .flatMap(Optional::stream)
                .map(since -> since.plus(minReady))
                .min(Comparator.naturalOrder());
        return new ReplicaCounts(
                pods.size(),
                (int) pods.stream().filter(template::matches).count(),
                (int) pods.stream().filter(PodState::ready).count(),
                (int) pods.stream()
                        .filter(pod -> PodState.available(pod, minReady, now))
                        .count(),
                (int) held.stream()
                        .filter(pod -> Meta.isTerminating(pod) && !PodState.finished(pod))
                        .count(),
                next);
    }

    void writeTo(ObjectNode set, @Nullable StatusException refusal, Instant now) {
        ObjectNode status = set.withObjectProperty("status");
        status.put("replicas", replicas);
        put(status, "fullyLabeledReplicas", labelled);
        put(status, "readyReplicas", ready);
        put(status, "availableReplicas", available);
        status.put("terminatingReplicas", terminating);
        status.set("observedGeneration", set.path("metadata").path("generation"));
        if (refusal == null) {
            Condition.remove(status, FAILURE);
        } else if (!Condition.isTrue(set, FAILURE)) {
            // Later refusals name other pods; told each time they would change the status, and that wakes the
            // controller.
            Condition.of(FAILURE, true, "FailedCreate", String.valueOf(refusal.getMessage()))
                    .putInto(status, now);
        }
    }

    /** A count of zero is left out, as the API does. */
    private static void put(ObjectNode status, String field, int count) {
        if (count == 0) {
            status.remove(field);
        } else {
            status.put(field, count);
        }
    }
}
