package dev.understudy.cluster.kubernetes.watch;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one watch looks at: all objects of a type in a namespace, or one cluster-scoped object.
 *
 * @param name empty for all
 */
record Watched(ResourceType type, String namespace, String name) {
    /** Returns the request for a list, or for one page of it. */
    Call list(Map<String, String> query) {
        Map<String, String> all = new LinkedHashMap<>(query);
        if (!name.isEmpty()) {
            all.put("fieldSelector", "metadata.name=" + name);
        }
        return Call.list(type, namespace, all);
    }

    /** Reads an object of a list or an event; lists leave out kind and apiVersion. */
    ClusterObject object(Map<String, Object> json) {
        Map<String, Object> whole = PlainJson.object(json);
        whole.putIfAbsent("apiVersion", type.apiVersion());
        whole.putIfAbsent("kind", type.kind());
        ObjectRef ref = new ObjectRef(
                type,
                type.namespaced() ? PlainJson.text(json, "metadata", "namespace") : "",
                PlainJson.text(json, "metadata", "name"));
        return new ClusterObject(ref, whole);
    }
}
