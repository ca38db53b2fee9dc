package dev.understudy.fault;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a pod reads a ConfigMap or Secret, as its spec says; programs may also read them by themselves. */
final class ConfigUse {
    private final Set<String> references;
    private final String name;

    /** @param config the ConfigMap or Secret */
    ConfigUse(ObjectRef config) {
        this.references = config.type().equals(ResourceType.SECRET)
                ? Set.of("secret", "secretRef", "secretKeyRef")
                : Set.of("configMap", "configMapRef", "configMapKeyRef");
        this.name = config.name();
    }

    /** As variables of a container: a process that runs never sees another value. */
    boolean byEnvironment(ClusterObject pod) {
        return named(pod, "spec.containers") || named(pod, "spec.initContainers");
    }

    /** As files, which follow the object after a while. */
    boolean byFiles(ClusterObject pod) {
        return named(pod, "spec.volumes");
    }

    private boolean named(ClusterObject pod, String path) {
        return pod.json(FieldPath.of(path)).filter(this::named).isPresent();
    }

    private boolean named(Object json) {
        return switch (json) {
            case Map<?, ?> map -> map.entrySet().stream().anyMatch(this::named);
            case List<?> list -> list.stream().anyMatch(this::named);
            default -> false;
        };
    }

    private boolean named(Map.Entry<?, ?> field) {
        if (references.contains(String.valueOf(field.getKey())) && field.getValue() instanceof Map<?, ?> reference) {
            return name.equals(reference.get("name")) || name.equals(reference.get("secretName"));
        }
        return field.getValue() != null && named(field.getValue());
    }
}
