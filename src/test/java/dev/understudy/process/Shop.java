package dev.understudy.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.access.SimulatedUser;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.world.World;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A simulated cluster with the shop in it, seen as its admin sees it: through a kubeconfig, by a client that is not
 * ours.
 */
final class Shop implements AutoCloseable {
    /** What comes and goes with pods, and what is written without anybody's doing. */
    private static final Set<String> PASSING = Set.of(
            "pods", "endpoints", "endpointslices", "events", "leases", "persistentvolumes", "persistentvolumeclaims");

    private final @Nullable SimulatedCluster server;
    private final Path kubeconfig;
    private final KubernetesClient admin;

    private Shop(@Nullable SimulatedCluster server, Path kubeconfig) {
        this.server = server;
        this.kubeconfig = kubeconfig;
        admin = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig("admin", kubeconfig.toFile()))
                .build();
        cache().waitUntilCondition(d -> d != null && ready(d) == 3, 30, TimeUnit.SECONDS);
    }

    private static int ready(Deployment deployment) {
        Integer ready =
                deployment.getStatus() == null ? null : deployment.getStatus().getReadyReplicas();
        return ready == null ? 0 : ready;
    }

    /** Opens one whose pods are quick, in this process. */
    static Shop open(Path folder) throws IOException {
        List<SimulatedUser> users = new ArrayList<>();
        users.add(SimulatedOptions.master(SimulatedOptions.UNDERSTUDY));
        users.add(SimulatedOptions.master("admin"));
        users.add(SimulatedOptions.master("ana@shop.example").withContext("ana"));
        users.add(SimulatedOptions.master("bo@shop.example").withContext("bo"));
        users.add(new SimulatedUser("narrow", List.of(), "narrow-token"));
        SimulatedCluster server = SimulatedCluster.start(
                SimulatedOptions.defaults().withUsers(users).withPace(Pace.DEFAULT.scaled(0.1)));
        server.load(World.read(Files.readString(Path.of("scenarios/worlds/shop.yaml")), "shop.yaml"));
        Path kubeconfig = Files.createTempFile(folder, "kubeconfig", "");
        Files.writeString(kubeconfig, server.kubeconfig());
        return new Shop(server, kubeconfig);
    }

    /** Reaches one that another process has opened. */
    static Shop at(Path kubeconfig) {
        return new Shop(null, kubeconfig);
    }

    Path kubeconfig() {
        return kubeconfig;
    }

    KubernetesClient admin() {
        return admin;
    }

    /** Scales the cache as a person would, under a field manager's name. */
    void scale(int replicas, String manager) {
        PatchContext as = new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager(manager)
                .build();
        cache().patch(as, "{\"spec\":{\"replicas\":" + replicas + "}}");
    }

    int replicas() {
        return cache().require().getSpec().getReplicas();
    }

    /** Gives the shop's consent to drills, or takes it away with an empty value. */
    void consent(String value) {
        admin.namespaces()
                .withName("shop")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"labels\":{\"understudy.dev/drills\":"
                                + (value.isEmpty() ? "null" : "\"" + value + "\"") + "}}}");
    }

    /** Makes a namespace that nobody has opted in. */
    void namespace(String name) {
        admin.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    /** Puts the record of another drill into the shop. */
    void record(String drill) {
        admin.configMaps()
                .inNamespace("shop")
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("understudy-drill")
                        .addToLabels("understudy.dev/drill", drill)
                        .endMetadata()
                        .build())
                .create();
    }

    private RollableScalableResource<Deployment> cache() {
        return admin.apps().deployments().inNamespace("shop").withName("checkout-cache");
    }

    /** Returns the names of our field managers that any lasting object still shows. */
    List<String> traces() {
        return admin.apps().deployments().inNamespace("shop").list().getItems().stream()
                .flatMap(d -> d.getMetadata().getManagedFields().stream())
                .map(ManagedFieldsEntry::getManager)
                .filter(manager -> manager.startsWith("understudy-"))
                .toList();
    }

    /** Returns everything in the cluster that lasts, as full JSON without what every write changes. */
    Map<String, JsonNode> world() {
        Map<String, JsonNode> all = new TreeMap<>();
        list("v1", "/api/v1", all);
        admin.getApiGroups().getGroups().stream()
                .map(group -> group.getPreferredVersion().getGroupVersion())
                .filter(version -> !version.startsWith("metrics.k8s.io/"))
                .forEach(version -> list(version, "/apis/" + version, all));
        return all;
    }

    private void list(String version, String path, Map<String, JsonNode> all) {
        for (APIResource resource : admin.getApiResources(version).getResources()) {
            if (resource.getVerbs().contains("list") && !PASSING.contains(resource.getName())) {
                Machine.json(admin.raw(path + "/" + resource.getName()))
                        .path("items")
                        .forEach(item -> all.put(
                                resource.getName() + " "
                                        + item.at("/metadata/namespace").asText() + "/"
                                        + item.at("/metadata/name").asText(),
                                lasting((ObjectNode) item)));
            }
        }
    }

    private static JsonNode lasting(ObjectNode object) {
        ObjectNode metadata = (ObjectNode) object.get("metadata");
        metadata.remove(List.of("resourceVersion", "generation", "managedFields"));
        if (metadata.get("annotations") instanceof ObjectNode marks) {
            marks.remove("deployment.kubernetes.io/revision");
        }
        object.remove("status");
        return object;
    }

    @Override
    public void close() {
        admin.close();
        if (server != null) {
            server.close();
        }
    }
}
