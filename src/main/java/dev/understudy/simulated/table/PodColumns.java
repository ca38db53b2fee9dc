package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;

/** Pods. */
final class PodColumns {
    private PodColumns() {}

    static List<Column> of(InstantSource clock) {
        return List.of(
                Column.text("Ready", PodColumns::ready),
                Column.text("Status", PodColumns::status),
                Column.text("Restarts", pod -> restarts(pod, clock)),
                Column.wide(
                        "IP",
                        pod -> Cells.orNone(pod.path("status").path("podIP").asText(""))),
                Column.wide(
                        "Node",
                        pod -> Cells.orNone(pod.path("spec").path("nodeName").asText(""))),
                Column.wide("Nominated Node", pod -> Cells.NONE),
                Column.wide("Readiness Gates", pod -> Cells.NONE));
    }

    private static String ready(ObjectNode pod) {
        int ready = 0;
        for (JsonNode status : pod.path("status").path("containerStatuses")) {
            ready += status.path("ready").asBoolean() ? 1 : 0;
        }
        return ready + "/" + pod.path("spec").path("containers").size();
    }

    /** The phase, or the more telling reason of a container or of the pod. */
    private static String status(ObjectNode pod) {
        JsonNode status = pod.path("status");
        if (pod.path("metadata").has("deletionTimestamp")) {
            return "Terminating";
        }
        String reason = status.path("reason").asText(status.path("phase").asText("Unknown"));
        for (JsonNode container : status.path("containerStatuses")) {
            JsonNode state = container.path("state");
            String waiting = state.path("waiting").path("reason").asText("");
            JsonNode ended = state.path("terminated");
            if (!waiting.isEmpty()) {
                reason = waiting;
            } else if (!ended.isMissingNode()) {
                reason = ended.path("reason")
                        .asText("ExitCode:" + ended.path("exitCode").asInt());
            }
        }
        return reason;
    }

    private static String restarts(ObjectNode pod, InstantSource clock) {
        int restarts = 0;
        String last = "";
        for (JsonNode container : pod.path("status").path("containerStatuses")) {
            restarts += container.path("restartCount").asInt();
            JsonNode ended = container.path("lastState").path("terminated").path("finishedAt");
            last = ended.isTextual() ? Cells.since(ended, clock) : last;
        }
        return restarts > 0 && !last.isEmpty() ? restarts + " (" + last + " ago)" : Integer.toString(restarts);
    }
}
