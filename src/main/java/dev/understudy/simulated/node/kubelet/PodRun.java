package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a kubelet remembers of one pod.
 *
 * @param since when the pod came to the node
 * @param begun whether its containers may be started: it has its address and its volumes
 * @param mounts the wait before the next attempt at volumes that are missing
 * @param lives its containers by name, those of the initialisation first
 * @param failure why the kubelet has given it up, if it has
 */
record PodRun(Instant since, boolean begun, BackOff mounts, Map<String, Life> lives, Optional<Failure> failure) {
    /** Why a kubelet gives up a pod: a word and a sentence. */
    record Failure(String reason, String message) {}

    PodRun {
        lives = Collections.unmodifiableMap(new LinkedHashMap<>(lives));
    }

    /** Takes a pod in that has just come. */
    static PodRun begin(ObjectNode pod, Instant now) {
        Map<String, Life> lives = new LinkedHashMap<>();
        String reason = pod.path("spec").path("initContainers").isEmpty() ? "ContainerCreating" : "PodInitializing";
        ContainerSpec.of(pod).forEach(spec -> lives.put(spec.name(), Life.unborn(reason)));
        BackOff mounts = BackOff.of(Duration.ofMillis(500), Duration.ofSeconds(122));
        return new PodRun(now, false, mounts, lives, Optional.empty());
    }

    Life life(ContainerSpec spec) {
        return java.util.Objects.requireNonNull(lives.get(spec.name()));
    }

    PodRun with(Map<String, Life> others) {
        return new PodRun(since, begun, mounts, others, failure);
    }

    PodRun withMounts(BackOff wait) {
        return new PodRun(since, begun, wait, lives, failure);
    }

    PodRun started() {
        return new PodRun(since, true, mounts, lives, failure);
    }

    PodRun failed(Failure why) {
        return new PodRun(since, begun, mounts, lives, Optional.of(why));
    }

    boolean nothingRuns() {
        return lives.values().stream().noneMatch(Life::isRunning);
    }
}
