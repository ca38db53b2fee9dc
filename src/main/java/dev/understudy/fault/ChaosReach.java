package dev.understudy.fault;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which pods an experiment of Chaos Mesh or Litmus hits, as far as its manifest says.
 *
 * @param json the manifest
 */
record ChaosReach(Map<String, Object> json, String namespace, ClusterView view) {
    /** What is known of it. */
    sealed interface Pods {}

    /** It hits as many pods as these; which ones its controller chooses. */
    record Known(Set<ObjectRef> pods) implements Pods {}

    /** It would hit pods where the drill may not act. */
    record Beyond(String why) implements Pods {}

    /** It does not say. */
    record Unknown() implements Pods {}

    Pods pods(Moment moment) {
        String api = String.valueOf(json.get("apiVersion"));
        if (api.startsWith("chaos-mesh.org/")) {
            return mesh(moment);
        }
        if (!String.valueOf(json.get("kind")).equals("ChaosEngine")) {
            return new Unknown();
        }
        return at(json, "spec", "appinfo") instanceof Map<?, ?> app
                        && !json.toString().contains("TARGET_NODE")
                ? litmus(app)
                : new Beyond("does not say which pods it hits, or hits nodes, so nobody can hold it to the blast"
                        + " radius; give it a spec.appinfo, and use nodeDrain or nodeTaint for nodes");
    }

    private Pods mesh(Moment moment) {
        List<String> others = namespaces(json)
                .filter(name -> !namespace.equals(name))
                .distinct()
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            return new Beyond("selects pods of other namespaces (" + String.join(", ", others) + "); a drill has one");
        }
        if (!(at(json, "spec", "selector") instanceof Map<?, ?> selector)) {
            return new Beyond("does not say which pods it hits, so nobody can hold it to the blast radius; give it a"
                    + " spec.selector");
        }
        List<ClusterObject> pods = living(labels(selector.get("labelSelectors")));
        try {
            return switch (selection().choose(pods, "pods", moment.seed())) {
                case Selection.Choice.Chosen(List<ClusterObject> chosen) -> known(chosen);
                case Selection.Choice.None none -> known(List.of());
            };
        } catch (IllegalArgumentException _) {
            return known(pods);
        }
    }

    private Selection selection() {
        String mode = String.valueOf(at(json, "spec", "mode"));
        Object value = at(json, "spec", "value");
        return new Selection(
                Stream.of(Mode.values())
                        .filter(m -> m.word().equals(mode))
                        .findFirst()
                        .orElse(Mode.ALL),
                value == null ? null : Integer.valueOf(value.toString()));
    }

    private Pods litmus(Map<?, ?> app) {
        Object home = app.get("appns");
        if (home != null && !namespace.equals(home)) {
            return new Beyond("is about namespace " + home + ", and the drill is in " + namespace);
        }
        String[] label = String.valueOf(app.get("applabel")).split("=", 2);
        return label.length == 2 ? known(living(Map.of(label[0], label[1]))) : new Unknown();
    }

    private List<ClusterObject> living(Map<String, String> labels) {
        LabelSelector selector = new LabelSelector(labels, List.of());
        return view.all(ResourceType.POD).stream()
                .filter(pod -> pod.ref().namespace().equals(namespace))
                .filter(pod -> TargetView.lives(pod) && selector.selects(pod))
                .toList();
    }

    private static Known known(List<ClusterObject> pods) {
        return new Known(pods.stream().map(ClusterObject::ref).collect(Collectors.toSet()));
    }

    private static Map<String, String> labels(@Nullable Object json) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> map) {
            map.forEach((key, value) -> labels.put(String.valueOf(key), String.valueOf(value)));
        }
        return labels;
    }

    /** Every namespace that is selected anywhere in the manifest. */
    private static Stream<String> namespaces(@Nullable Object json) {
        return switch (json) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .flatMap(entry -> "namespaces".equals(entry.getKey())
                                        && entry.getValue() instanceof List<?> list
                                ? list.stream().map(String::valueOf)
                                : "pods".equals(entry.getKey()) && entry.getValue() instanceof Map<?, ?> byNamespace
                                        ? byNamespace.keySet().stream().map(String::valueOf)
                                        : namespaces(entry.getValue()));
            case List<?> list -> list.stream().flatMap(ChaosReach::namespaces);
            case null, default -> Stream.empty();
        };
    }

    private static @Nullable Object at(Map<?, ?> json, String... path) {
        Object here = json;
        for (String field : path) {
            here = here instanceof Map<?, ?> map ? map.get(field) : null;
        }
        return here;
    }
}
