package dev.understudy.fault;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a planner sees, written as manifests; an object without a uid has {@code uid-NAME}. */
public final class Seen {
    /** When everything is seen and planned, with a seed of 7. */
    public static final Moment MOMENT = new Moment(Instant.parse("2026-11-21T10:15:00Z"), 7);

    private Seen() {}

    /** Reads manifests of namespace {@code shop}, unless they name another. */
    public static ClusterView of(String yaml) {
        Map<ObjectRef, ClusterObject> objects = new LinkedHashMap<>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml)) {
            ClusterObject object = object(map(document));
            objects.put(object.ref(), object);
        }
        return new ClusterView(MOMENT.now(), objects);
    }

    private static ClusterObject object(Map<String, Object> json) {
        Map<String, Object> metadata = map(Objects.requireNonNull(json.get("metadata")));
        String name = String.valueOf(metadata.get("name"));
        ResourceType type = type(String.valueOf(json.get("kind")));
        String namespace = type.namespaced() ? String.valueOf(metadata.getOrDefault("namespace", "shop")) : "";
        metadata.putIfAbsent("uid", "uid-" + name);
        json.put("metadata", metadata);
        return new ClusterObject(new ObjectRef(type, namespace, name), json);
    }

    private static ResourceType type(String kind) {
        return Arrays.stream(ResourceType.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ResourceType.class)
                .map(field -> {
                    try {
                        return (ResourceType) field.get(null);
                    } catch (IllegalAccessException impossible) {
                        throw new AssertionError(impossible);
                    }
                })
                .filter(type -> type.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("ResourceType has no constant for " + kind));
    }

    private static Map<String, Object> map(Object document) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) document).forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
