package dev.understudy.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.probe.Connector;
import dev.understudy.probe.ServiceCaller.Answer;
import dev.understudy.probe.ServiceName;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Who may do what, acting as a person, and calling services. */
abstract class AccessContract extends ClusterContract {
    /** Returns the context of somebody who may scale. */
    abstract String person();

    @Test
    void the_cluster_has_a_name_for_good() {
        assertThat(cluster.uid()).isNotBlank().isEqualTo(cluster.uid());
    }

    @Test
    void an_administrator_lacks_nothing() {
        ObjectRef web = ref(ResourceType.DEPLOYMENT, "web");
        List<Permission> wanted = new ArrayList<>(DrillRecord.permissions(namespace, true));
        wanted.addAll(new Change.Edit(web, "u", List.of(set("spec.template.spec.hostname", "x"))).permissions());
        wanted.addAll(new Scope(namespace, Set.of(ResourceType.POD)).permissions());

        assertThat(cluster.access().missing(wanted)).isEmpty();
    }

    @Test
    void somebody_unknown_lacks_what_was_asked_for() {
        Permission patch = Permission.of(ref(ResourceType.DEPLOYMENT, "web"), "patch");

        try (KubernetesCluster stranger = KubernetesCluster.open(stranger(), Optional.empty(), CLIENT)) {
            assertThat(stranger)
                    .extracting(s -> refusal(s, patch), InstanceOfAssertFactories.type(Kind.class))
                    .isIn(Kind.UNAUTHENTICATED, Kind.FORBIDDEN);
        }
    }

    @Test
    void a_person_scales_as_with_kubectl() {
        create(deployment("web", 0, "app:1"));
        ObjectRef web = ref(ResourceType.DEPLOYMENT, "web");

        try (KubernetesCluster bo = KubernetesCluster.open(kubeconfig(), Optional.of(person()), CLIENT)) {
            bo.hands().scale(web, 2);
        }

        assertThat(at(read(web), "spec.replicas")).isEqualTo(2);
        assertThat(managers(read(web))).contains("kubectl");
    }

    @Test
    void a_service_that_nobody_serves_is_unreachable() {
        Map<String, Object> spec = Map.of("selector", Map.of("app", "nobody"), "ports", List.of(Map.of("port", 80)));
        create(object("v1", "Service", "web", "spec", spec));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(call("web"))
                        .isInstanceOfSatisfying(
                                Answer.Unreachable.class,
                                u -> assertThat(u.why()).contains("no endpoints")));
    }

    @Test
    void a_service_that_does_not_exist_is_unreachable() {
        assertThat(call("nothing")).isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void without_an_api_server_nobody_can_tell_how_a_service_is() {
        try (Meddler between = new Meddler(kubeconfig());
                KubernetesCluster shaky = KubernetesCluster.open(between.kubeconfig(), Optional.empty(), CLIENT)) {
            between.plan(p -> new Meddler.Trick.LoseRequest());

            Answer answer = shaky.services().call(URI.create("http://web." + namespace + "/"), Duration.ofSeconds(1));

            assertThat(answer).isInstanceOf(Answer.Blind.class);
        }
    }

    @Test
    void nobody_accepts_a_connection_to_a_service_that_nobody_serves() {
        Map<String, Object> spec = Map.of("selector", Map.of("app", "nobody"), "ports", List.of(Map.of("port", 80)));
        create(object("v1", "Service", "web", "spec", spec));

        assertThat(connect("web", 80)).isEqualTo(refused("no ready pod is behind port 80 of service web." + namespace));
        assertThat(connect("web", 81)).isEqualTo(refused("service web." + namespace + " has no port 81"));
        assertThat(connect("nothing", 80)).isEqualTo(refused("there is no service nothing." + namespace));
    }

    @Test
    void without_an_api_server_nobody_can_tell_whether_a_service_accepts_connections() {
        try (Meddler between = new Meddler(kubeconfig());
                KubernetesCluster shaky = KubernetesCluster.open(between.kubeconfig(), Optional.empty(), CLIENT)) {
            between.plan(p -> new Meddler.Trick.LoseRequest());

            Connector.Answer answer =
                    shaky.ports().connect(new ServiceName("web", namespace), 80, Duration.ofSeconds(1));

            assertThat(answer).isInstanceOf(Connector.Answer.Blind.class);
        }
    }

    private Connector.Answer connect(String service, int port) {
        return cluster.ports().connect(new ServiceName(service, namespace), port, Duration.ofSeconds(5));
    }

    private static Connector.Answer refused(String why) {
        return new Connector.Answer.Refused(why);
    }

    private Answer call(String service) {
        return cluster.services()
                .call(URI.create("http://" + service + "." + namespace + "/healthz"), Duration.ofSeconds(5));
    }

    private static Kind refusal(KubernetesCluster stranger, Permission wanted) {
        try {
            return stranger.access().missing(Set.of(wanted)).isEmpty() ? Kind.INVALID : Kind.FORBIDDEN;
        } catch (ClusterException e) {
            return e.kind();
        }
    }

    /** The same cluster for somebody whose token it never gave out. */
    private String stranger() {
        Map<String, Object> config = new LinkedHashMap<>(Fixtures.yaml(kubeconfig()));
        config.put("users", List.of(Map.of("name", "stranger", "user", Map.of("token", "never-given"))));
        String cluster = Fixtures.firstName(config, "clusters");
        config.put(
                "contexts",
                List.of(Map.of("name", "stranger", "context", Map.of("cluster", cluster, "user", "stranger"))));
        config.put("current-context", "stranger");
        return Fixtures.json(config);
    }
}
