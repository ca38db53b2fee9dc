package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.rules.LabelMatch;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which pods' going would break a disruption budget. */
final class Budgets {
    private final ObjectStore store;

    Budgets(ObjectStore store) {
        this.store = store;
    }

    /** Returns under {@code true} the pods that their budgets cannot spare any more, taken one after the other. */
    Map<Boolean, List<Guest>> split(List<Guest> pods) {
        List<ObjectNode> budgets = store.view(Kinds.DISRUPTION_BUDGET, "").toList();
        Map<ObjectNode, Integer> left = new HashMap<>();
        return pods.stream().collect(Collectors.partitioningBy(pod -> breaks(pod, budgets, left)));
    }

    private static boolean breaks(Guest pod, List<ObjectNode> budgets, Map<ObjectNode, Integer> left) {
        boolean breaks = false;
        for (ObjectNode budget : budgets) {
            JsonNode status = budget.path("status");
            if (guards(budget, pod)
                    && !status.path("disruptedPods").has(pod.key().name())) {
                int allowed = left.merge(budget, -1, Integer::sum)
                        + status.path("disruptionsAllowed").asInt();
                breaks |= allowed < 0;
            }
        }
        return breaks;
    }

    private static boolean guards(ObjectNode budget, Guest pod) {
        JsonNode selector = budget.path("spec").path("selector");
        return Meta.namespace(budget).equals(pod.key().namespace())
                && !selector.isEmpty()
                && !pod.labels().isEmpty()
                && LabelMatch.matches(selector, pod.labels());
    }
}
