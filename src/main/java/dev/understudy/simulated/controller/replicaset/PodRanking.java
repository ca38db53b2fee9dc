package dev.understudy.simulated.controller.replicaset;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which pods a ReplicaSet gives up first: those without a node, then pending ones, then not ready ones, then the cheap
 * ones, then those that share a node with many siblings, then the younger.
 */
final class PodRanking {
    private static final String COST = "controller.kubernetes.io/pod-deletion-cost";

    private PodRanking() {}

    static List<ObjectNode> worstFirst(List<ObjectNode> pods) {
        Map<String, Long> siblings =
                pods.stream().collect(Collectors.groupingBy(PodRanking::node, Collectors.counting()));
        Comparator<ObjectNode> order = comparing((ObjectNode pod) -> !node(pod).isEmpty())
                .thenComparing(pod -> PodState.phase(pod).equals("Running"))
                .thenComparing(PodState::ready)
                .thenComparingInt(PodRanking::cost)
                .thenComparing((ObjectNode pod) -> siblings.getOrDefault(node(pod), 0L), Comparator.reverseOrder())
                .thenComparing(newest(pod -> PodState.readySince(pod).orElse(Instant.EPOCH)))
                .thenComparing(newest(Marks::created));
        return pods.stream().sorted(order).toList();
    }

    private static Comparator<ObjectNode> newest(Function<ObjectNode, Instant> time) {
        return comparing(time, Comparator.reverseOrder());
    }

    private static String node(ObjectNode pod) {
        return pod.path("spec").path("nodeName").asText();
    }

    private static int cost(ObjectNode pod) {
        try {
            String cost = Marks.annotation(pod, COST);
            return cost.isEmpty() ? 0 : Integer.parseInt(cost);
        } catch (NumberFormatException notACost) {
            return 0;
        }
    }
}
