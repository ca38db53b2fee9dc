package dev.understudy.simulated.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a pod's status says, in the words of its controllers. */
public final class PodState {
    private PodState() {}

    public static String phase(ObjectNode pod) {
        return pod.path("status").path("phase").asText();
    }

    /** Tells whether the pod has ended for good. */
    public static boolean finished(ObjectNode pod) {
        return phase(pod).equals("Succeeded") || phase(pod).equals("Failed");
    }

    /** Tells whether the pod counts for its controller: neither ended nor being deleted. */
    public static boolean active(ObjectNode pod) {
        return !finished(pod) && !Meta.isTerminating(pod);
    }

    public static boolean ready(ObjectNode pod) {
        return Condition.isTrue(pod, "Ready");
    }

    /** Returns since when the pod is ready, empty when it is not. */
    public static Optional<Instant> readySince(ObjectNode pod) {
        return Condition.find(pod.path("status"), "Ready")
                .filter(ready -> ready.path("status").asText().equals("True"))
                .flatMap(ready -> Timestamps.read(ready.path("lastTransitionTime")));
    }

    /** Tells whether the pod has been ready for {@code minReady}. */
    public static boolean available(ObjectNode pod, Duration minReady, Instant now) {
        return ready(pod)
                && (minReady.isZero()
                        || readySince(pod)
                                .filter(since -> !since.plus(minReady).isAfter(now))
                                .isPresent());
    }
}
