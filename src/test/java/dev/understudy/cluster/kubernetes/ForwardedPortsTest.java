package dev.understudy.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.probe.Connector;
import dev.understudy.probe.Connector.Answer;
import dev.understudy.probe.ServiceName;
import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.world.World;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Connections through the API server's port-forward, on the simulated cluster, whose nodes forward. */
class ForwardedPortsTest {
    private static final String WORLD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: db, namespace: default}
            spec:
              replicas: 2
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers:
                    - {name: db, image: "registry.example/db:1", ports: [{name: sql, containerPort: 5432}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: default}
            spec:
              selector: {app: db}
              ports:
                - {name: by-name, port: 15432, targetPort: sql}
                - {name: nobody, port: 6432, targetPort: 6432}
            """;

    private static SimulatedCluster simulated;
    private static KubernetesCluster cluster;

    @BeforeAll
    static void start() {
        simulated = SimulatedCluster.start(SimulatedOptions.defaults().withPace(Pace.DEFAULT.scaled(0.05)));
        simulated.load(World.read(WORLD, "db.yaml"));
        cluster = KubernetesCluster.open(
                simulated.kubeconfig(), Optional.empty(), Client.understudy("test", InstantSource.system()));
        Awaitility.await().until(() -> connect("db", 15432) instanceof Answer.Accepted);
    }

    @AfterAll
    static void stop() {
        cluster.close();
        simulated.close();
    }

    @Test
    void a_port_on_which_a_ready_pod_listens_accepts() {
        assertThat(connect("db", 15432)).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void a_port_on_which_nobody_listens_is_refused_in_words_of_the_node() {
        assertThat(connect("db", 6432))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why()).matches("pod db-.*, port 6432: connection refused"));
    }

    @Test
    void many_readings_leave_no_connection_behind_that_hinders_the_next() {
        for (int i = 0; i < 30; i++) {
            assertThat(connect("db", 15432)).isInstanceOf(Answer.Accepted.class);
        }
    }

    private static Connector.Answer connect(String service, int port) {
        return cluster.ports().connect(new ServiceName(service, "default"), port, Duration.ofSeconds(5));
    }
}
