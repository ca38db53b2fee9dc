package dev.understudy.simulated.controller.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.NodeAffinity;
import dev.understudy.simulated.object.Taints;
import dev.understudy.simulated.store.Meta;
import java.util.Set;

/** What a node is to a DaemonSet. */
enum Placement {
    /** A pod belongs on it. */
    WANTED,
    /** No new pod is put on it; one that is there may stay. */
    TOLERATED,
    /** No pod belongs on it. */
    FORBIDDEN;

    static Placement of(DaemonSpec spec, ObjectNode node) {
        ObjectNode pod = spec.podSpec().deepCopy();
        DaemonPod.tolerate(pod);
        String named = pod.path("nodeName").asText();
        if (!named.isEmpty() && !named.equals(Meta.name(node)) || !NodeAffinity.allows(pod, node)) {
            return FORBIDDEN;
        }
        if (isKeptOff(pod, node, Set.of("NoExecute"))) {
            return FORBIDDEN;
        }
        return isKeptOff(pod, node, Set.of("NoSchedule")) ? TOLERATED : WANTED;
    }

    private static boolean isKeptOff(JsonNode pod, ObjectNode node, Set<String> effects) {
        return Taints.untolerated(pod, node, effects).isPresent();
    }
}
