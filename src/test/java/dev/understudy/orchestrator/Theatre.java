package dev.understudy.orchestrator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.app.Catalog;
import dev.understudy.cluster.kubernetes.Client;
import dev.understudy.cluster.kubernetes.KubernetesCluster;
import dev.understudy.probe.Monitoring;
import dev.understudy.probe.prometheus.PrometheusMonitoring;
import dev.understudy.scenario.language.Cast;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.ScenarioFiles;
import dev.understudy.scenario.language.Source;
import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Writer;
import dev.understudy.simulated.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A simulated shop with quick kubelets, reached through the real adapter; a world that can be compared. */
final class Theatre implements AutoCloseable {
    /** What comes and goes with pods, and what is written without anybody's doing. */
    private static final Set<Kind> PASSING = Set.of(
            Kinds.POD,
            Kinds.ENDPOINT_SLICE,
            Kinds.EVENT,
            Kinds.GROUP_EVENT,
            Kinds.AUTOSCALER_V1,
            Kinds.LEASE,
            Kinds.VOLUME,
            Kinds.VOLUME_CLAIM);

    final SimulatedCluster simulated;
    final KubernetesCluster cluster;

    Theatre() throws IOException {
        this(SimulatedOptions.defaults(), shop -> shop);
    }

    /**
     * A shop that is a little different.
     *
     * @param world changes the manifests of the shop
     */
    Theatre(SimulatedOptions options, UnaryOperator<String> world) throws IOException {
        simulated = SimulatedCluster.start(options.withPace(Pace.DEFAULT.scaled(0.05)));
        String shop = world.apply(Files.readString(Path.of("scenarios/worlds/shop.yaml")));
        simulated.load(World.read(shop, "shop.yaml"));
        cluster = KubernetesCluster.open(
                simulated.kubeconfig(), Optional.empty(), Client.understudy("test", InstantSource.system()));
        awaitReady(3);
    }

    ClusterPorts ports() {
        return ports(cluster);
    }

    /** The same cluster, reached another way. */
    ClusterPorts ports(KubernetesCluster through) {
        return new ClusterPorts(
                "theatre",
                "",
                true,
                "understudy",
                through,
                through.changes(),
                through.records(),
                through.access(),
                through.services(),
                through.ports(),
                monitoring(),
                through.way(),
                null);
    }

    private Monitoring monitoring() {
        return new PrometheusMonitoring(_ -> null, simulated.prometheusUrl().map(URI::create), InstantSource.system());
    }

    /** A drill that nobody repairs: it loses the cache until a guardrail is crossed, and is undone by us. */
    static Cast cast() {
        return cast("""
                    abortUnless:
                      - {name: not for long, for: 50ms, workload: {kind: Deployment, name: checkout-cache, ready: 100%}}
                """);
    }

    /**
     * The same with other guardrails that abort.
     *
     * @param abortUnless their YAML; empty for none
     */
    static Cast cast(String abortUnless) {
        return cast("checkout-cache", "- {name: lose the cache, scale: {replicas: 0}}", "50ms", abortUnless);
    }

    /**
     * A drill that nobody repairs: of any faults, on any Deployment of the shop.
     *
     * @param faults their YAML, a list in one line
     * @param sustained how long all must be well to count as recovered
     * @param guardrails YAML of more guardrails; empty for none
     */
    static Cast cast(String workload, String faults, String sustained, String guardrails) {
        String scenario = """
                apiVersion: understudy.dev/v1
                kind: Scenario
                metadata: {name: crash}
                spec:
                  title: Losing the cache
                  purpose: Does everything come back?
                  service: checkout
                  incidentClass: cache-loss
                  hypothesis: It does.
                  target: {namespace: shop, workload: {kind: Deployment, name: %1$s}}
                  responders:
                    team: payments
                    exclude: [{responder: ana, reason: wrote it}]
                  steadyState:
                    sustained: %3$s
                    probes:
                      - {name: cache is ready, workload: {kind: Deployment, name: %1$s, ready: 100%%}}
                  faults:
                    %2$s
                  objectives: {detect: 10s, acknowledge: 10s, recover: 20s}
                  guardrails:
                    deadline: 30s
                    impactWithin: 20s
                    blastRadius: {maxPods: 30, maxPercent: 100}
                """.formatted(workload, faults, sustained) + guardrails;
        return read(scenario);
    }

    /** Reads a scenario with the roster of the small stage. */
    static Cast read(String scenario) {
        ScenarioFiles files = Catalog.files();
        Read<Cast> read = files.cast(
                Source.text("crash.yaml", scenario),
                Optional.of(Source.file(Path.of("scenarios/outcomes/roster.yaml"))),
                Map.of());
        return switch (read) {
            case Read.Good<Cast> good -> good.value();
            case Read.Bad<Cast> bad -> throw new AssertionError(bad.problems());
        };
    }

    /** Scales as a person would, by hand and under a name of their own. */
    void scaleBy(String person, int replicas) {
        ObjectNode cache = simulated
                .store()
                .get(Kinds.DEPLOYMENT, "shop", "checkout-cache")
                .orElseThrow();
        cache.withObjectProperty("spec").put("replicas", replicas);
        ((ObjectNode) cache.get("metadata")).remove("resourceVersion");
        simulated.store().update(Kinds.DEPLOYMENT, cache, Writer.updating(person));
    }

    int replicas() {
        return simulated
                .store()
                .get(Kinds.DEPLOYMENT, "shop", "checkout-cache")
                .orElseThrow()
                .at("/spec/replicas")
                .asInt();
    }

    /** Returns the field managers that the cache's managedFields name. */
    List<String> managers() {
        return simulated
                .store()
                .get(Kinds.DEPLOYMENT, "shop", "checkout-cache")
                .orElseThrow()
                .at("/metadata/managedFields")
                .valueStream()
                .map(entry -> entry.path("manager").asText())
                .toList();
    }

    void awaitReady(int wanted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> simulated
                                .store()
                                .get(Kinds.DEPLOYMENT, "shop", "checkout-cache")
                                .orElseThrow()
                                .at("/status/readyReplicas")
                                .asInt()
                        == wanted);
    }

    /** Everything that lasts, as full JSON without what every write changes. */
    Map<String, JsonNode> world() {
        Map<String, JsonNode> all = new TreeMap<>();
        for (Kind kind : Kinds.ALL) {
            if (!PASSING.contains(kind)) {
                for (ObjectNode object : simulated.store().list(kind, "")) {
                    all.put(
                            kind.kind() + " " + object.at("/metadata/namespace").asText() + "/"
                                    + object.at("/metadata/name").asText(),
                            lasting(object));
                }
            }
        }
        return all;
    }

    private static JsonNode lasting(ObjectNode object) {
        ObjectNode metadata = (ObjectNode) object.get("metadata");
        metadata.remove(List.of("resourceVersion", "generation", "managedFields"));
        @Nullable JsonNode annotations = metadata.get("annotations");
        if (annotations instanceof ObjectNode marks) {
            marks.remove(List.of("deployment.kubernetes.io/revision", "deployment.kubernetes.io/revision-history"));
        }
        object.remove("status");
        return object;
    }

    @Override
    public void close() {
        cluster.close();
        simulated.close();
    }
}
