package dev.understudy.fault;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ResourceType;
import dev.understudy.fault.NetworkDenyFault.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The NetworkPolicies that stand already. What pods may do is the sum of what the policies that select them allow, so one
 * more policy takes nothing away from the others, and opens what they keep shut.
 */
record OtherPolicies(ClusterView view, List<ClusterObject> pods) {
    /** Returns why a further policy would not do what is meant. */
    List<String> refusals(Denial denial, Direction wanted) {
        List<String> refusals = new ArrayList<>();
        for (Direction direction : List.of(Direction.INGRESS, Direction.EGRESS)) {
            List<ClusterObject> selecting = wanted == direction || wanted == Direction.BOTH
                    ? view.all(ResourceType.NETWORK_POLICY).stream()
                            .filter(policy -> rules(direction, policy) && selects(policy))
                            .toList()
                    : List.of();
            List<ClusterObject> allowing = selecting.stream()
                    .filter(policy -> allows(direction, policy))
                    .toList();
            if (!allowing.isEmpty()) {
                refusals.add(allowed(direction, allowing));
            } else if (!selecting.isEmpty()) {
                refusals.add(names(selecting) + " denies all " + direction.word() + " of these pods already"
                        + (denial.isTotal() ? "" : ", and a further policy would open it"));
            }
        }
        return refusals;
    }

    private static String allowed(Direction direction, List<ClusterObject> allowing) {
        return names(allowing) + " says already what " + direction.word() + " these pods are allowed, and no further"
                + " policy can take that away; "
                + (direction == Direction.INGRESS
                        ? "deny the callers their egress, with their workload as target"
                        : "deny the callees their ingress, with their workload as target");
    }

    private static String names(List<ClusterObject> policies) {
        return policies.stream().map(policy -> policy.ref().toString()).collect(Collectors.joining(", "));
    }

    private boolean selects(ClusterObject policy) {
        LabelSelector selector =
                LabelSelector.of(policy.json(FieldPath.of("spec.podSelector")).orElse(null));
        return pods.stream().anyMatch(selector::selects);
    }

    /** Tells whether a policy speaks of a direction: of ingress also when it does not say, of egress when it has rules. */
    private static boolean rules(Direction direction, ClusterObject policy) {
        return policy.json(FieldPath.of("spec.policyTypes"))
                .map(types -> ((List<?>) types)
                        .stream().anyMatch(t -> direction.word().equalsIgnoreCase(t.toString())))
                .orElseGet(() -> direction == Direction.INGRESS || allows(direction, policy));
    }

    private static boolean allows(Direction direction, ClusterObject policy) {
        return policy.json(FieldPath.of("spec." + direction.word()))
                .filter(rules -> !((List<?>) rules).isEmpty())
                .isPresent();
    }
}
