package dev.understudy.fault;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A pod on a node that may have to leave it. */
record Guest(ClusterObject pod) {
    private static final FieldPath MIRROR = FieldPath.of("metadata.annotations[\"kubernetes.io/config.mirror\"]");

    /** Returns the living pods on some nodes, of every namespace; static ones, which only their node can remove, apart. */
    static List<Guest> of(List<ClusterObject> nodes, ClusterView view) {
        List<String> names = nodes.stream().map(node -> node.ref().name()).toList();
        return view.all(ResourceType.POD).stream()
                .filter(pod -> names.contains(nodeOf(pod)) && TargetView.lives(pod))
                .filter(pod -> pod.json(MIRROR).isEmpty())
                .map(Guest::new)
                .toList();
    }

    static String nodeOf(ClusterObject pod) {
        return TargetView.text(pod, "spec.nodeName");
    }

    /** Tells whether it belongs to a DaemonSet, which wants it on this very node. */
    boolean isDaemon() {
        return controllers().anyMatch(owner -> "DaemonSet".equals(owner.get("kind")));
    }

    /** Says why the pod must not leave; empty when it may. */
    Optional<String> refusal(boolean allowDataLoss) {
        if (controllers().findAny().isEmpty()) {
            return Optional.of(pod.ref() + " has no controller: nothing would bring it back; choose another node");
        }
        return keepsData() && !allowDataLoss
                ? Optional.of(pod.ref()
                        + " has emptyDir data, which goes with it; if that may be lost, say allowDataLoss: true")
                : Optional.empty();
    }

    /** Tells whether the pod stays for good on a node with that taint; staying for some seconds is leaving. */
    boolean tolerates(Map<String, Object> taint) {
        return maps("spec.tolerations").anyMatch(toleration -> bears(toleration, taint));
    }

    private static boolean bears(Map<?, ?> toleration, Map<String, Object> taint) {
        boolean anyValue = "Exists".equals(toleration.get("operator"));
        String key = text(toleration, "key");
        String effect = text(toleration, "effect");
        return !toleration.containsKey("tolerationSeconds")
                && (effect.isEmpty() || effect.equals(text(taint, "effect")))
                && (key.isEmpty() ? anyValue : key.equals(text(taint, "key")))
                && (anyValue || text(toleration, "value").equals(text(taint, "value")));
    }

    private boolean keepsData() {
        return maps("spec.volumes").anyMatch(volume -> volume.containsKey("emptyDir"));
    }

    private Stream<Map<?, ?>> controllers() {
        return maps("metadata.ownerReferences").filter(owner -> Boolean.TRUE.equals(owner.get("controller")));
    }

    private Stream<Map<?, ?>> maps(String path) {
        return pod.json(FieldPath.of(path)).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(element -> (Map<?, ?>) element);
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }
}
