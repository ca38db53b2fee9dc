package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether a pod may run on a node: the node takes pods, carries the labels that the pod selects and no taint that it
 * does not tolerate. Requests for resources and affinities are not looked at.
 */
final class Fit {
    private Fit() {}

    /** Returns what keeps the pod off the node, in the scheduler's words; empty when it fits. */
    static Optional<String> obstacle(ObjectNode pod, ObjectNode node) {
        if (node.path("spec").path("unschedulable").asBoolean()) {
            return Optional.of("were unschedulable");
        }
        if (!Condition.isTrue(node, "Ready")) {
            return Optional.of("had untolerated taint(s)");
        }
        for (Map.Entry<String, JsonNode> wanted :
                pod.path("spec").path("nodeSelector").properties()) {
            if (!Marks.labels(node).path(wanted.getKey()).equals(wanted.getValue())) {
                return Optional.of("didn't match Pod's node affinity/selector");
            }
        }
        for (JsonNode taint : node.path("spec").path("taints")) {
            if (!taint.path("effect").asText().equals("PreferNoSchedule") && !tolerated(pod, taint)) {
                return Optional.of("had untolerated taint(s)");
            }
        }
        return Optional.empty();
    }

    private static boolean tolerated(ObjectNode pod, JsonNode taint) {
        for (JsonNode toleration : pod.path("spec").path("tolerations")) {
            if (tolerates(toleration, taint)) {
                return true;
            }
        }
        return false;
    }

    private static boolean tolerates(JsonNode toleration, JsonNode taint) {
        if (toleration.hasNonNull("effect") && !toleration.path("effect").equals(taint.path("effect"))) {
            return false;
        }
        boolean sameKey =
                toleration.path("key").asText().equals(taint.path("key").asText());
        if (toleration.path("operator").asText().equals("Exists")) {
            return sameKey || !toleration.hasNonNull("key");
        }
        return sameKey
                && toleration.path("value").asText().equals(taint.path("value").asText());
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
