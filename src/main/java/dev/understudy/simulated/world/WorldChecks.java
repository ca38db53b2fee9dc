package dev.understudy.simulated.world;

import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.Mark;

/** What must hold between the objects of a world. */
final class WorldChecks {
    /** The namespaces that every cluster begins with. */
    static final Set<String> ALWAYS_THERE = Set.of("default", "kube-system", "kube-public", "kube-node-lease");

    private WorldChecks() {}

    static void check(List<Manifest> manifests, BiConsumer<Mark, String> problems) {
        Set<String> namespaces = manifests.stream()
                .filter(manifest -> manifest.kind().equals(Kinds.NAMESPACE))
                .map(manifest -> Meta.name(manifest.object()))
                .collect(Collectors.toSet());
        Map<String, Mark> seen = new HashMap<>();
        for (Manifest manifest : manifests) {
            Mark first = seen.putIfAbsent(manifest.title(), manifest.place());
            if (first != null) {
                String message = manifest.title() + " is there twice, first in line " + (first.getLine() + 1);
                problems.accept(manifest.place(), message);
            }
            String namespace = manifest.namespace();
            boolean known = namespace.isEmpty() || ALWAYS_THERE.contains(namespace) || namespaces.contains(namespace);
            if (!known) {
                String message = "namespace " + namespace + " is not in this file; add a Namespace object for it";
                problems.accept(manifest.place(), message);
            }
        }
    }
}
