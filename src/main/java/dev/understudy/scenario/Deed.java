package dev.understudy.scenario;

import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Workload;
import java.util.Map;

/**
 * What a scripted responder does in the cluster, under a name of their own, as somebody with kubectl would. All of it
 * happens in the target namespace, but for objects that live in none.
 */
public sealed interface Deed {
    /** Scales, as {@code kubectl scale} does. In YAML {@code scale: {workload, replicas}}. */
    record Scale(Workload workload, int replicas) implements Deed {}

    /** Goes back to the revision before, as {@code kubectl rollout undo} does. In YAML {@code rollback: {workload}}. */
    record Rollback(Workload workload) implements Deed {}

    /** Restarts, as {@code kubectl rollout restart} does. In YAML {@code restart: {workload}}. */
    record Restart(Workload workload) implements Deed {}

    /**
     * Changes fields of an object, as {@code kubectl patch --type=merge} does. In YAML {@code patch: {kind, name, merge}}.
     *
     * @param merge a JSON merge patch: a field that is nothing is removed
     */
    record Patch(ResourceType type, String name, Map<String, Object> merge) implements Deed {}

    /** Deletes, as {@code kubectl delete} does. In YAML {@code delete: {kind, name}} or {@code delete: {kind, label}}. */
    record Delete(ResourceType type, Which which) implements Deed {}

    /** Which objects of a kind. */
    sealed interface Which {
        /** The one of that name. */
        record Named(String name) implements Which {}

        /** All that carry a label of that key, whatever its value; as {@code kubectl delete -l KEY} does. */
        record Labelled(String label) implements Which {}
    }

    /**
     * Creates an object, as {@code kubectl create} does. In YAML {@code create: {kind, object}}.
     *
     * @param object the whole object
     */
    record Create(ResourceType type, Map<String, Object> object) implements Deed {}
}
