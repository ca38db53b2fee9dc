package dev.understudy.simulated.quota;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Amounts;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Proposal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A quota of processors or memory makes every container say how much it wants of them. */
final class Requirements {
    private static final Set<String> REQUIRED =
            Set.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

    private Requirements() {}

    static void check(ObjectNode quota, Proposal proposal, List<String> concerned) {
        if (!proposal.kind().equals(Kinds.POD)) {
            return;
        }
        Map<String, Set<String>> missing = new TreeMap<>();
        for (String list : List.of("containers", "initContainers")) {
            for (JsonNode container : proposal.object().path("spec").path(list)) {
                Amounts given = given(container.path("resources"));
                concerned.stream()
                        .filter(REQUIRED::contains)
                        .filter(name -> !given.has(name))
                        .forEach(name -> missing.computeIfAbsent(name, _ -> new TreeSet<>())
                                .add(container.path("name").asText()));
            }
        }
        if (!missing.isEmpty()) {
            String all = missing.entrySet().stream()
                    .map(each -> each.getKey() + " for: " + String.join(",", each.getValue()))
                    .collect(Collectors.joining("; "));
            throw proposal.forbidden("failed quota: " + Meta.name(quota) + ": must specify " + all);
        }
    }

    private static Amounts given(JsonNode resources) {
        return Usage.compute(Amounts.read(resources.path("requests")), Amounts.read(resources.path("limits")));
    }
}
