package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.object.PodResources;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.time.Instant;
import java.util.List;

/**
 * A pod as the scheduler sees it, read once for each change of it.
 *
 * @param siblings names the ReplicaSet or StatefulSet whose pods are spread over nodes, empty for none
 * @param started when it began to run, else when it was created
 * @param pushedAside whether it is on its way out to make room for another
 * @param avoids whether it keeps other pods away by required anti-affinity
 */
record Guest(
        Key key,
        String uid,
        JsonNode labels,
        JsonNode spec,
        Demand demand,
        List<HostPort> ports,
        int priority,
        String siblings,
        Instant started,
        boolean terminating,
        boolean pushedAside,
        boolean avoids) {
    static final String PUSHED_ASIDE = "PreemptionByScheduler";

    static Guest of(ObjectNode pod) {
        JsonNode spec = pod.path("spec");
        return new Guest(
                Key.of(Kinds.POD, pod),
                Meta.uid(pod),
                Marks.labels(pod),
                spec,
                Demand.of(PodResources.requests(spec)),
                HostPort.of(spec),
                spec.path("priority").asInt(),
                siblings(pod),
                Timestamps.read(pod.path("status").path("startTime")).orElse(Marks.created(pod)),
                Meta.isTerminating(pod),
                isPushedAside(pod),
                !spec.path("affinity").path("podAntiAffinity").isEmpty());
    }

    private static String siblings(ObjectNode pod) {
        return Marks.controller(pod)
                .filter(owner -> owner.is(Kinds.REPLICA_SET) || owner.is(Kinds.STATEFUL_SET))
                .map(Owner::uid)
                .orElse("");
    }

    private static boolean isPushedAside(ObjectNode pod) {
        return Meta.isTerminating(pod)
                && Condition.find(pod.path("status"), "DisruptionTarget")
                        .filter(found -> found.path("reason").asText().equals(PUSHED_ASIDE))
                        .isPresent();
    }

    /** Tells whether this pod counts for more: the higher priority, then the longer time. */
    boolean isMoreImportantThan(Guest other) {
        return priority != other.priority ? priority > other.priority : started.isBefore(other.started);
    }
}
