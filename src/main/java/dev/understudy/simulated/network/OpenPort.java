package dev.understudy.simulated.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A port that a container declares.
 *
 * @param name name of the port, may be empty
 * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
 * @param listening whether the container runs, so that somebody answers
 */
public record OpenPort(String name, int number, String protocol, boolean listening) {
    /** Returns the ports that the containers of a pod declare. */
    static List<OpenPort> of(JsonNode pod) {
        List<OpenPort> ports = new ArrayList<>();
        // an init container that restarts always is a sidecar, and runs beside the others
        for (String list : List.of("containers", "initContainers")) {
            for (JsonNode container : pod.path("spec").path(list)) {
                if (list.equals("containers")
                        || container.path("restartPolicy").asText().equals("Always")) {
                    boolean runs =
                            runs(pod.path("status"), container.path("name").asText());
                    container.path("ports").forEach(port -> ports.add(read(port, runs)));
                }
            }
        }
        return List.copyOf(ports);
    }

    private static OpenPort read(JsonNode port, boolean runs) {
        return new OpenPort(
                port.path("name").asText(),
                port.path("containerPort").asInt(),
                port.path("protocol").asText("TCP"),
                runs);
    }

    /** Tells whether a container runs; a status that says nothing of containers goes by the phase of the pod. */
    private static boolean runs(JsonNode status, String container) {
        for (String list : List.of("containerStatuses", "initContainerStatuses")) {
            for (JsonNode each : status.path(list)) {
                if (each.path("name").asText().equals(container)) {
                    return each.path("state").has("running");
                }
            }
        }
        return status.path("phase").asText().equals("Running");
    }

    /** Tells whether any container of the pod runs. */
    static boolean anyRuns(JsonNode pod) {
        for (JsonNode container : pod.path("spec").path("containers")) {
            if (runs(pod.path("status"), container.path("name").asText())) {
                return true;
            }
        }
        return false;
    }
}
