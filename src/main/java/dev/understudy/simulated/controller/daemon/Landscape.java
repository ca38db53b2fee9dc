package dev.understudy.simulated.controller.daemon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.store.Meta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A DaemonSet, every node, and what runs where.
 *
 * @param hash of the set's present template
 * @param placements what each node is to the set, by name
 * @param pods the set's pods by the node that they are on or meant for, oldest first
 * @param now when this was looked at
 */
record Landscape(
        ObjectNode set,
        DaemonSpec spec,
        String hash,
        Map<String, Placement> placements,
        Map<String, List<ObjectNode>> pods,
        Instant now) {
    /** On a node, the pod that has a node already comes first, then the older one. */
    private static final Comparator<ObjectNode> OLDEST_FIRST = Comparator.comparing((ObjectNode pod) ->
                    pod.path("spec").path("nodeName").asText().isEmpty())
            .thenComparing(Marks::created)
            .thenComparing(Meta::name);

    static Landscape of(ObjectNode set, String hash, List<ObjectNode> nodes, List<ObjectNode> held, Instant now) {
        DaemonSpec spec = DaemonSpec.of(set);
        Map<String, Placement> placements = new LinkedHashMap<>();
        nodes.forEach(node -> placements.put(Meta.name(node), Placement.of(spec, node)));
        Map<String, List<ObjectNode>> pods = new TreeMap<>();
        held.stream()
                .sorted(OLDEST_FIRST)
                .forEach(pod -> pods.computeIfAbsent(DaemonPod.node(pod), _ -> new ArrayList<>())
                        .add(pod));
        return new Landscape(set, spec, hash, placements, pods, now);
    }

    List<ObjectNode> on(String node) {
        return pods.getOrDefault(node, List.of());
    }

    /** Returns the nodes on which a pod belongs. */
    int wanted() {
        return (int) placements.values().stream()
                .filter(placement -> placement == Placement.WANTED)
                .count();
    }

    boolean isUpdated(ObjectNode pod) {
        return DaemonPod.isUpdated(set, pod, hash);
    }

    boolean isAvailable(ObjectNode pod) {
        return PodState.available(pod, spec.minReady(), now);
    }

    /** Returns when the next ready pod will have been ready for long enough. */
    Optional<Instant> nextAvailable() {
        return pods.values().stream()
                .flatMap(List::stream)
                .filter(pod -> !isAvailable(pod))
                .flatMap(pod -> PodState.readySince(pod).stream())
                .map(since -> since.plus(spec.minReady()))
                .min(Comparator.naturalOrder());
    }
}
