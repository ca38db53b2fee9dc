package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is kept of an object that is deleted for a while, and which objects may not be. */
final class Snapshot {
    /** Kinds that others hang on or that hold data: garbage collection would follow the deletion. */
    private static final Set<String> NEVER = Set.of(
            "Namespace",
            "Node",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "CustomResourceDefinition",
            "APIService",
            "ServiceAccount",
            "Deployment",
            "StatefulSet",
            "DaemonSet",
            "ReplicaSet",
            "ReplicationController",
            "Job",
            "CronJob",
            "Pod",
            "Service");

    private Snapshot() {}

    /** Returns the object without what the server alone writes. */
    static Map<String, Object> of(ClusterObject live) {
        Map<String, Object> object = PlainJson.object(PlainJson.copy(live.json()));
        object.remove("status");
        Map<String, Object> metadata = PlainJson.object(object.get("metadata"));
        for (String field : List.of(
                "uid",
                "resourceVersion",
                "creationTimestamp",
                "deletionTimestamp",
                "generation",
                "managedFields",
                "selfLink")) {
            metadata.remove(field);
        }
        object.put("metadata", metadata);
        return object;
    }

    /** Says why an object may not be deleted for a while; empty when it may. */
    static Optional<String> refusal(ClusterObject live) {
        String kind = live.ref().type().kind();
        if (NEVER.contains(kind)) {
            return Optional.of(live.ref() + ": a " + kind + " is not deleted, others depend on it or it holds data");
        }
        if (live.ref().type().group().contains(".")
                && !live.ref().type().group().endsWith(".k8s.io")) {
            return Optional.of(live.ref() + ": a custom resource may own others, which would go with it");
        }
        if (PlainJson.text(live.json(), "type").equals("kubernetes.io/service-account-token")) {
            return Optional.of(live.ref() + ": a token cannot be made again");
        }
        if (!PlainJson.objects(PlainJson.at(live.json(), "metadata", "ownerReferences"))
                .isEmpty()) {
            return Optional.of(live.ref() + ": it has an owner, which would bring it back or has its own reasons");
        }
        return PlainJson.at(live.json(), "metadata", "finalizers") instanceof List<?> list && !list.isEmpty()
                ? Optional.of(live.ref() + ": it has finalizers, somebody cleans up after it")
                : Optional.empty();
    }
}
