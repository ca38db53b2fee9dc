package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One container as a pod's spec declares it.
 *
 * @param role what it is for
 * @param first whether it is the pod's first main container, which annotations without a container's name mean
 * @param podPolicy the pod's restart policy
 * @param json the declaration itself
 */
record ContainerSpec(Role role, boolean first, String podPolicy, JsonNode json) {
    /** What a container is for. */
    enum Role {
        /** Ends before the next one starts. */
        INIT,
        /** Starts among the init containers and runs as long as the pod. */
        SIDECAR,
        MAIN
    }

    /** Returns the containers of a pod: those of the initialisation first, in order. */
    static List<ContainerSpec> of(ObjectNode pod) {
        JsonNode spec = pod.path("spec");
        String policy = spec.path("restartPolicy").asText("Always");
        List<ContainerSpec> all = new ArrayList<>();
        for (JsonNode json : spec.path("initContainers")) {
            boolean sidecar = json.path("restartPolicy").asText().equals("Always");
            all.add(new ContainerSpec(sidecar ? Role.SIDECAR : Role.INIT, false, policy, json));
        }
        for (JsonNode json : spec.path("containers")) {
            all.add(new ContainerSpec(Role.MAIN, json == spec.path("containers").get(0), policy, json));
        }
        return all;
    }

    String name() {
        return json.path("name").asText();
    }

    String image() {
        return json.path("image").asText();
    }

    /** Returns the field that events about it point to. */
    String path() {
        return (role == Role.MAIN ? "spec.containers{" : "spec.initContainers{") + name() + "}";
    }

    /** Tells whether it is started again after it has ended with this code. */
    boolean restartsAfter(int code) {
        for (JsonNode rule : json.path("restartPolicyRules")) {
            if (rule.path("action").asText().equals("Restart") && concerns(rule.path("exitCodes"), code)) {
                return true;
            }
        }
        return switch (json.path("restartPolicy").asText(podPolicy)) {
            case "Never" -> false;
            case "OnFailure" -> code != 0;
            default -> code != 0 || role != Role.INIT;
        };
    }

    private static boolean concerns(JsonNode exitCodes, int code) {
        boolean listed = false;
        for (JsonNode value : exitCodes.path("values")) {
            listed |= value.asInt() == code;
        }
        return exitCodes.path("operator").asText().equals("In") == listed;
    }
}
