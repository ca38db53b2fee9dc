package dev.understudy.cluster.kubernetes;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.Connection;
import dev.understudy.cluster.kubernetes.wire.Kubeconfig;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import dev.understudy.cluster.kubernetes.wire.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every cluster must do for us, real or simulated. Each test works in a namespace of its own and writes as the
 * people around a drill do: some by server-side apply, some by kubectl's patches.
 */
abstract class ClusterContract {
    static final String DRILL = "drill-1";
    static final String MANAGER = "understudy-" + DRILL;
    static final Client CLIENT = new Client("understudy/test", Duration.ofSeconds(10), InstantSource.system());

    String namespace = "";
    ApiServer people;
    KubernetesCluster cluster;
    ChangeWriter changes;

    /** Returns the text of an administrator's kubeconfig. */
    abstract String kubeconfig();

    @BeforeEach
    void openNamespace() {
        namespace = "us-" + UUID.randomUUID().toString().substring(0, 8);
        people = Connection.open(
                Kubeconfig.text(kubeconfig(), Optional.empty()), "kubectl/test", CLIENT.patience(), CLIENT.clock());
        cluster = KubernetesCluster.open(kubeconfig(), Optional.empty(), CLIENT);
        changes = cluster.changes(Duration.ofSeconds(10));
        people.demand(Call.create(
                ResourceType.NAMESPACE,
                "",
                Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Namespace",
                        "metadata",
                        Map.of("name", namespace, "labels", Map.of("understudy.dev/drills", "allowed"))),
                Map.of()));
    }

    @AfterEach
    void closeNamespace() {
        ObjectRef ref = new ObjectRef(ResourceType.NAMESPACE, "", namespace);
        people.find(ref).ifPresent(n -> people.ask(Call.delete(ref, n.uid())));
        cluster.close();
        people.close();
    }

    ObjectRef ref(ResourceType type, String name) {
        return new ObjectRef(type, namespace, name);
    }

    ClusterObject read(ObjectRef object) {
        return people.find(object).orElseThrow();
    }

    /** Does as {@code kubectl apply --server-side}. */
    Reply serverSideApply(String manager, Map<String, Object> manifest, boolean force) {
        ObjectRef object = refOf(manifest);
        return people.ask(new Call(
                new Permission("patch", object.type(), "", object.namespace(), object.name()),
                "PATCH",
                Map.of("fieldManager", manager, "force", String.valueOf(force), "fieldValidation", "Strict"),
                "application/apply-patch+yaml",
                PlainJson.print(manifest)));
    }

    /** Does as somebody with kubectl who patches one field. */
    void personSets(ObjectRef object, String path, Object value) {
        people.demand(Call.merge(object, nested(path, value), Map.of("fieldManager", "kubectl-edit")));
    }

    ClusterObject create(Map<String, Object> manifest) {
        ObjectRef object = refOf(manifest);
        return new ClusterObject(
                object,
                people.demand(Call.create(
                        object.type(), object.namespace(), manifest, Map.of("fieldManager", "kubectl-create"))));
    }

    /** Plans an edit as a fault does and previews it. */
    Change.Edit previewed(ObjectRef object, FieldEdit... edits) {
        Change.Edit edit = new Change.Edit(object, read(object).uid(), Arrays.asList(edits));
        return (Change.Edit) changes.preview(edit, MANAGER);
    }

    static FieldEdit set(String path, Object value) {
        return new FieldEdit(FieldPath.of(path), FieldValue.ABSENT, new FieldValue.Json(value));
    }

    static FieldEdit clear(String path) {
        return new FieldEdit(FieldPath.of(path), FieldValue.ABSENT, FieldValue.ABSENT);
    }

    static Object at(ClusterObject object, String path) {
        return object.json(FieldPath.of(path)).orElse("<absent>");
    }

    /** Names of everybody in managedFields. */
    static List<String> managers(ClusterObject object) {
        return PlainJson.objects(PlainJson.at(object.json(), "metadata", "managedFields")).stream()
                .map(e -> PlainJson.text(e, "manager"))
                .toList();
    }

    Map<String, Object> deployment(String name, int replicas, String image) {
        return workload("Deployment", name, replicas, image);
    }

    Map<String, Object> workload(String kind, String name, int replicas, String image) {
        Map<String, Object> container = Map.of(
                "name",
                "app",
                "image",
                image,
                "env",
                List.of(Map.of("name", "A", "value", "1"), Map.of("name", "B", "value", "2")),
                "resources",
                Map.of());
        Map<String, Object> spec = new LinkedHashMap<>(Map.of(
                "replicas",
                replicas,
                "selector",
                Map.of("matchLabels", Map.of("app", name)),
                "template",
                Map.of(
                        "metadata", Map.of("labels", Map.of("app", name)),
                        "spec", Map.of("containers", List.of(container)))));
        if (kind.equals("StatefulSet")) {
            spec.put("serviceName", name);
        }
        if (kind.equals("DaemonSet")) {
            spec.remove("replicas");
        }
        return Map.of("apiVersion", "apps/v1", "kind", kind, "metadata", metadata(name), "spec", spec);
    }

    Map<String, Object> object(String apiVersion, String kind, String name, String field, Object value) {
        return Map.of("apiVersion", apiVersion, "kind", kind, "metadata", metadata(name), field, value);
    }

    Map<String, Object> metadata(String name) {
        return Map.of("name", name, "namespace", namespace);
    }

    private static Map<String, Object> nested(String path, Object value) {
        Object here = value;
        for (String field : Arrays.asList(path.split("\\.")).reversed()) {
            here = Map.of(field, here);
        }
        return PlainJson.object(here);
    }

    private static ObjectRef refOf(Map<String, Object> manifest) {
        String kind = PlainJson.text(manifest, "kind");
        String[] version = PlainJson.text(manifest, "apiVersion").split("/");
        String plural = kind.toLowerCase(java.util.Locale.ROOT) + (kind.endsWith("y") ? "" : "s");
        ResourceType type = new ResourceType(
                version.length == 1 ? "" : version[0],
                version[version.length - 1],
                kind,
                kind.endsWith("y") ? plural.substring(0, plural.length() - 1) + "ies" : plural,
                true);
        return new ObjectRef(
                type, PlainJson.text(manifest, "metadata", "namespace"), PlainJson.text(manifest, "metadata", "name"));
    }
}
