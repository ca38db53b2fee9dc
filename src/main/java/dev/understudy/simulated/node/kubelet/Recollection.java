package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.node.kubelet.State.Ended;
import dev.understudy.simulated.node.kubelet.State.Running;
import dev.understudy.simulated.node.kubelet.State.Waiting;
import dev.understudy.simulated.object.Timestamps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds out from its status how a pod stands that a kubelet before this one has run. Its waits begin anew. */
final class Recollection {
    private final ObjectNode pod;
    private final Instant now;

    private Recollection(ObjectNode pod, Instant now) {
        this.pod = pod;
        this.now = now;
    }

    /** Returns what to remember of a pod; of one that no kubelet has taken in yet, that it has just come. */
    static PodRun of(ObjectNode pod, Instant now) {
        PodRun fresh = PodRun.begin(pod, now);
        JsonNode status = pod.path("status");
        if (!status.has("containerStatuses")) {
            return fresh;
        }
        Recollection memory = new Recollection(pod, now);
        Map<String, Life> lives = new LinkedHashMap<>(fresh.lives());
        ContainerSpec.of(pod).forEach(spec -> memory.life(spec).ifPresent(life -> lives.put(spec.name(), life)));
        PodRun known = fresh.with(lives);
        return status.has("podIP") ? known.started() : known;
    }

    private Optional<Life> life(ContainerSpec spec) {
        String list = spec.role() == ContainerSpec.Role.MAIN ? "containerStatuses" : "initContainerStatuses";
        return pod.path("status")
                .path(list)
                .valueStream()
                .filter(status -> status.path("name").asText().equals(spec.name()))
                .findFirst()
                .map(status -> life(spec, status));
    }

    private Life life(ContainerSpec spec, JsonNode status) {
        JsonNode ended = status.path("lastState").path("terminated");
        Optional<Ended> last = ended.isObject() ? Optional.of(ended(ended)) : Optional.empty();
        int restarts = status.path("restartCount").asInt();
        State state = state(status);
        String image = state instanceof Running ? spec.image() : "";
        return new Life(state, restarts, last, image, BackOff.NONE, BackOff.NONE);
    }

    private State state(JsonNode status) {
        JsonNode state = status.path("state");
        JsonNode running = state.path("running");
        if (running.isObject()) {
            boolean started = status.path("started").asBoolean();
            boolean ready = status.path("ready").asBoolean();
            Probes probes = Probes.NONE.with(ProbeKind.READINESS, ProbeRun.begin(ready, now));
            return new Running(id(status), time(running, "startedAt"), started, ready, probes, Optional.empty());
        }
        JsonNode terminated = state.path("terminated");
        JsonNode waiting = state.path("waiting");
        return terminated.isObject()
                ? ended(terminated)
                : Waiting.forever(
                        waiting.path("reason").asText(), waiting.path("message").asText());
    }

    private Ended ended(JsonNode terminated) {
        return new Ended(
                id(terminated),
                terminated.path("exitCode").asInt(),
                terminated.path("reason").asText(),
                time(terminated, "startedAt"),
                time(terminated, "finishedAt"));
    }

    private Instant time(JsonNode state, String field) {
        return Timestamps.read(state.path(field)).orElse(now);
    }

    private static String id(JsonNode status) {
        return status.path("containerID").asText().replace(ContainerReport.RUNTIME, "");
    }
}
