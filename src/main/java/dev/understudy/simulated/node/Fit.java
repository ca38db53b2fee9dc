package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.NodeAffinity;
import dev.understudy.simulated.object.Taints;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether a pod may run on a node: the node takes pods, carries the labels that the pod selects and no taint that it
 * does not tolerate. Requests for resources are not looked at.
 */
final class Fit {
    private static final Set<String> FORBIDDING = Set.of("NoSchedule", "NoExecute");
    /** What a node that takes no pods is taken to be tainted with. */
    private static final JsonNode CORDON = JsonNodeFactory.instance
            .objectNode()
            .put("key", "node.kubernetes.io/unschedulable")
            .put("effect", "NoSchedule");

    private Fit() {}

    /** Returns what keeps the pod off the node, in the scheduler's words; empty when it fits. */
    static Optional<String> obstacle(ObjectNode pod, ObjectNode node) {
        JsonNode spec = pod.path("spec");
        if (node.path("spec").path("unschedulable").asBoolean() && !Taints.tolerates(spec, CORDON)) {
            return Optional.of("were unschedulable");
        }
        if (!Condition.isTrue(node, "Ready")
                || Taints.untolerated(spec, node, FORBIDDING).isPresent()) {
            return Optional.of("had untolerated taint(s)");
        }
        return NodeAffinity.allows(spec, node)
                ? Optional.empty()
                : Optional.of("didn't match Pod's node affinity/selector");
    }

    /** Counts the obstacles over all nodes, as {@code kubectl describe} shows them for a pending pod. */
    static String explain(ObjectNode pod, List<ObjectNode> nodes) {
        if (nodes.isEmpty()) {
            return "no nodes available to schedule pods";
        }
        Map<String, Long> obstacles = nodes.stream()
                .flatMap(node -> obstacle(pod, node).stream())
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
        return "0/" + nodes.size() + " nodes are available: "
                + obstacles.entrySet().stream()
                        .map(counted -> counted.getValue() + " node(s) " + counted.getKey())
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
