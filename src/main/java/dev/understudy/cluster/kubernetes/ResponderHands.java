package dev.understudy.cluster.kubernetes;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.watch.Look;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Does in a rehearsal what a responder would do with kubectl, as that responder: the cluster it comes from was opened
 * with the context of the responder's name. Never part of a drill with people. Each method throws a
 * {@link ClusterException} when the server does not let the person, or cannot be reached.
 */
public final class ResponderHands {
    private static final Map<String, String> AS_KUBECTL = Map.of("fieldManager", "kubectl");
    private static final FieldPath TEMPLATE = FieldPath.of("spec.template");

    private final ApiServer server;
    private final InstantSource clock;

    ResponderHands(ApiServer server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    /** Scales as {@code kubectl scale} does. */
    public void scale(ObjectRef workload, int replicas) {
        server.demand(Call.merge(workload, Map.of("spec", Map.of("replicas", replicas)), AS_KUBECTL)
                .on("scale"));
    }

    /** Restarts as {@code kubectl rollout restart} does. */
    public void restart(ObjectRef workload) {
        Object annotations =
                Map.of("kubectl.kubernetes.io/restartedAt", clock.instant().toString());
        patch(workload, Map.of("spec", Map.of("template", Map.of("metadata", Map.of("annotations", annotations)))));
    }

    /** Changes fields as {@code kubectl patch --type=merge} does. */
    public void patch(ObjectRef object, Map<String, Object> merge) {
        server.demand(Call.merge(object, merge, AS_KUBECTL));
    }

    /** Deletes as {@code kubectl delete} does. */
    public void delete(ObjectRef object) {
        server.demand(Call.delete(object, read(object).uid()));
    }

    /** Deletes all objects of a kind that carry a label of this key, as {@code kubectl delete -l KEY} does. */
    public void deleteLabelled(ResourceType type, String namespace, String label) {
        Look.list(server, type, namespace).stream()
                .filter(object -> object.label(label).isPresent())
                .forEach(object -> server.demand(Call.delete(object.ref(), object.uid())));
    }

    /**
     * Creates as {@code kubectl create} does.
     *
     * @param object version, kind and namespace are put in
     */
    public void create(ResourceType type, String namespace, Map<String, Object> object) {
        Map<String, Object> whole = new LinkedHashMap<>(object);
        whole.putIfAbsent("apiVersion", type.apiVersion());
        whole.putIfAbsent("kind", type.kind());
        server.demand(Call.create(type, type.namespaced() ? namespace : "", whole, AS_KUBECTL));
    }

    /** Goes back to the revision before, as {@code kubectl rollout undo} does. */
    public void rollback(ObjectRef workload) {
        Map<String, Object> template = workload.type().equals(ResourceType.DEPLOYMENT)
                ? before(
                        workload,
                        ResourceType.REPLICA_SET,
                        "metadata.annotations[\"deployment.kubernetes.io/revision\"]",
                        TEMPLATE)
                : before(workload, ResourceType.REVISION, "revision", FieldPath.of("data.spec.template"));
        Map<String, Object> metadata = PlainJson.object(template.get("metadata"));
        Map<String, Object> labels = PlainJson.object(metadata.get("labels"));
        labels.remove("pod-template-hash");
        metadata.put("labels", labels);
        template.put("metadata", metadata);
        template.remove("$patch");
        server.demand(Call.patch(
                workload, List.of(Map.of("op", "replace", "path", "/spec/template", "value", template)), AS_KUBECTL));
    }

    /** The template of the newest revision but one. */
    private Map<String, Object> before(ObjectRef workload, ResourceType type, String number, FieldPath template) {
        String uid = read(workload).uid();
        return Look.list(server, type, workload.namespace()).stream()
                .filter(revision -> revision.json(FieldPath.of("metadata.ownerReferences"))
                        .filter(owners -> owners.toString().contains(uid))
                        .isPresent())
                .sorted(Comparator.comparingLong((ClusterObject revision) -> revision.json(FieldPath.of(number))
                                .map(n -> Long.parseLong(n.toString()))
                                .orElse(0L))
                        .reversed())
                .skip(1)
                .findFirst()
                .flatMap(revision -> revision.json(template))
                .map(PlainJson::object)
                .orElseThrow(() -> new ClusterException(
                        ClusterException.Kind.NOT_FOUND, workload + " has no revision to go back to"));
    }

    private ClusterObject read(ObjectRef object) {
        return server.find(object)
                .orElseThrow(() -> new ClusterException(ClusterException.Kind.NOT_FOUND, object + " is not there"));
    }
}
