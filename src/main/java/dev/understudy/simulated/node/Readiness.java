package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Durations;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.traffic.Traffic;
import java.time.Duration;

/** When a running pod is ready: some time after its start and, if it says so, while its dependencies can be reached. */
final class Readiness {
    private final Pace pace;
    private final Traffic traffic;

    Readiness(Pace pace, Traffic traffic) {
        this.pace = pace;
        this.traffic = traffic;
    }

    /** Returns how long after its start the pod is ready: what it declares, else by whether it is probed. */
    Duration delay(ObjectNode pod) {
        boolean probed = false;
        for (JsonNode container : pod.path("spec").path("containers")) {
            probed |= container.has("readinessProbe");
        }
        return Durations.read(Marks.annotation(pod, Kubelet.READY_AFTER))
                .orElse(probed ? pace.podReady() : Duration.ZERO);
    }

    /** Tells whether the pod can become unready without a change of its own. */
    boolean followsOthers(ObjectNode pod) {
        return traffic.decidesReadiness(pod);
    }

    boolean reachesOthers(ObjectNode pod) {
        return !followsOthers(pod) || traffic.unreachable(pod).isEmpty();
    }

    /** Tells whether the pod is ready as soon as it runs. */
    boolean isImmediate(ObjectNode pod) {
        return delay(pod).isZero() && !followsOthers(pod);
    }
}
