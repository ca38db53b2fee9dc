package dev.understudy.fault;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object as a scenario writes it.
 *
 * @param json the whole manifest
 * @param resources plurals by kind, of kinds that are not known
 */
record FreeObject(Map<String, Object> json, Map<String, String> resources) {
    /** @throws IllegalArgumentException when it is no object, could not be taken back, or would block the undo */
    void check() {
        if (text("apiVersion").isEmpty() || text("kind").isEmpty() || name().isEmpty()) {
            throw new IllegalArgumentException("every object needs apiVersion, kind and metadata.name");
        }
        type();
        if (text("apiVersion").startsWith("chaos-mesh.org/") && !text("kind").endsWith("Chaos")) {
            throw new IllegalArgumentException(
                    called() + " makes experiments of its own, and nobody would see when they"
                            + " have recovered; write the experiments themselves");
        }
        if (metadata().get("finalizers") != null) {
            throw new IllegalArgumentException(called() + " has finalizers, which the undo would have to wait for");
        }
        if (metadata().get("ownerReferences") != null) {
            throw new IllegalArgumentException(called() + " has an owner; drills give it theirs");
        }
        if (type().equals(ResourceType.QUOTA) && hard() instanceof Map<?, ?> hard) {
            new QuotaFault.Spec(copy(hard));
        }
    }

    /** @throws IllegalArgumentException when nobody says where such objects are kept */
    ResourceType type() {
        return KnownKinds.find(text("apiVersion"), text("kind"), resources)
                .orElseThrow(() -> new IllegalArgumentException("the plural of " + text("kind") + " in "
                        + text("apiVersion") + " is not known: say it, as in resources: {" + text("kind") + ": ...}"));
    }

    ObjectRef ref(String namespace) {
        return new ObjectRef(type(), type().namespaced() ? namespace : "", name());
    }

    /** Says that it would lie in another namespace than the target's, where no guard of ours stands. */
    Optional<String> elsewhere(String namespace) {
        Object own = metadata().get("namespace");
        return own == null || own.equals(namespace)
                ? Optional.empty()
                : Optional.of(called() + " is for namespace " + own + ", and the drill is in " + namespace
                        + "; leave its namespace out");
    }

    /** Returns the change that creates it. */
    Change created(String namespace, String mark) {
        ObjectRef ref = ref(namespace);
        Map<String, Object> metadata = copy(metadata());
        if (ref.type().namespaced()) {
            metadata.put("namespace", namespace);
        }
        Map<String, Object> manifest = copy(json);
        manifest.put("metadata", metadata);
        return new Change.Create(ref, manifest, mark);
    }

    /** Tells whether it is an experiment that its own controller ends. */
    boolean endsByItself() {
        boolean mesh = text("apiVersion").startsWith("chaos-mesh.org/")
                && json.get("spec") instanceof Map<?, ?> spec
                && spec.get("duration") != null;
        return mesh || text("kind").equals("ChaosEngine");
    }

    private String name() {
        return metadata().get("name") instanceof String name ? name : "";
    }

    private String called() {
        return text("kind") + " " + name();
    }

    private Map<?, ?> metadata() {
        return json.get("metadata") instanceof Map<?, ?> map ? map : Map.of();
    }

    private @Nullable Object hard() {
        return json.get("spec") instanceof Map<?, ?> spec ? spec.get("hard") : null;
    }

    private String text(String field) {
        return json.get(field) instanceof String text ? text : "";
    }

    /** Returns a copy; what is nothing is left out, which is the same to Kubernetes. */
    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> some = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                some.put(String.valueOf(key), value);
            }
        });
        return some;
    }
}
