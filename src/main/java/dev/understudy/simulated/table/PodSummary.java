package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import java.util.Optional;

/** What {@code kubectl get pods} shows of the containers of a pod, in one word and three numbers. */
final class PodSummary {
    private final ObjectNode pod;
    private final JsonNode status;
    private String reason;
    private boolean initialising;
    private int ready;
    private int total;
    private int restarts;
    private String lastEnd = "";

    private PodSummary(ObjectNode pod) {
        this.pod = pod;
        this.status = pod.path("status");
        this.total = pod.path("spec").path("containers").size();
        this.reason = status.path("reason").asText(status.path("phase").asText("Unknown"));
        int sidecarRestarts = initContainers();
        if (!initialising || Condition.isTrue(pod, "Initialized")) {
            restarts = sidecarRestarts;
            containers();
        }
        deletion();
    }

    static PodSummary of(ObjectNode pod) {
        return new PodSummary(pod);
    }

    String reason() {
        return reason;
    }

    /** The ready containers and all that are to run. */
    String ready() {
        return ready + "/" + total;
    }

    int restarts() {
        return restarts;
    }

    /** When a container ended last that was started again, empty when none was. */
    Optional<String> lastEnd() {
        return lastEnd.isEmpty() ? Optional.empty() : Optional.of(lastEnd);
    }

    /** Returns how often the sidecars among them were started again. */
    private int initContainers() {
        int sidecarRestarts = 0;
        JsonNode specs = pod.path("spec").path("initContainers");
        JsonNode found = status.path("initContainerStatuses");
        total += sidecars(specs);
        for (int i = 0; i < found.size(); i++) {
            JsonNode container = found.get(i);
            boolean sidecar = specs.path(i).path("restartPolicy").asText().equals("Always");
            count(container);
            sidecarRestarts += sidecar ? container.path("restartCount").asInt() : 0;
            JsonNode state = container.path("state");
            boolean done = state.has("terminated")
                    && state.path("terminated").path("exitCode").asInt() == 0;
            if (sidecar && container.path("started").asBoolean()) {
                ready += container.path("ready").asBoolean() ? 1 : 0;
            } else if (!done && !initialising) {
                initialising = true;
                reason = "Init:"
                        + stateOf(state)
                                .filter(word -> !word.equals("PodInitializing"))
                                .orElse(i + "/" + specs.size());
            }
        }
        return sidecarRestarts;
    }

    private static int sidecars(JsonNode specs) {
        int sidecars = 0;
        for (JsonNode spec : specs) {
            sidecars += spec.path("restartPolicy").asText().equals("Always") ? 1 : 0;
        }
        return sidecars;
    }

    private void containers() {
        boolean running = false;
        JsonNode found = status.path("containerStatuses");
        for (int i = found.size() - 1; i >= 0; i--) {
            JsonNode container = found.get(i);
            count(container);
            Optional<String> word = stateOf(container.path("state"));
            if (word.isPresent()) {
                reason = word.get();
            } else if (container.path("ready").asBoolean()) {
                running = true;
                ready++;
            }
        }
        if (reason.equals("Completed") && running) {
            reason = Condition.isTrue(pod, "Ready") ? "Running" : "NotReady";
        }
    }

    private void count(JsonNode container) {
        restarts += container.path("restartCount").asInt();
        String ended = container
                .path("lastState")
                .path("terminated")
                .path("finishedAt")
                .asText();
        lastEnd = ended.compareTo(lastEnd) > 0 ? ended : lastEnd;
    }

    /** Why a container waits or how it ended, empty when it runs. */
    private static Optional<String> stateOf(JsonNode state) {
        String waiting = state.path("waiting").path("reason").asText();
        JsonNode ended = state.path("terminated");
        if (!waiting.isEmpty() || ended.isMissingNode()) {
            return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting);
        }
        return Optional.of(
                ended.path("reason").asText("ExitCode:" + ended.path("exitCode").asInt()));
    }

    private void deletion() {
        String phase = status.path("phase").asText();
        boolean over = phase.equals("Succeeded") || phase.equals("Failed");
        if (pod.path("metadata").has("deletionTimestamp") && !over) {
            reason = "Terminating";
        }
    }
}
