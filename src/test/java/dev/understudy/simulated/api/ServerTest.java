package dev.understudy.simulated.api;

import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.access.SimulatedUser;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.world.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server with a small shop, for the tests of this package. */
abstract class ServerTest {
    static final String SHOP = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {understudy.dev/drills: allowed}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart, namespace: shop, labels: {app: cart}}
            spec:
              replicas: 2
              selector: {matchLabels: {app: cart}}
              template:
                metadata: {labels: {app: cart}}
                spec:
                  containers: [{name: main, image: "shop/cart:1", ports: [{containerPort: 8080}]}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: cart, namespace: shop}
            spec:
              selector: {app: cart}
              ports: [{name: http, port: 80, targetPort: 8080}]
            """;
    static final String DEPLOYMENT = "/apis/apps/v1/namespaces/shop/deployments/cart";
    static final String CONFIG_MAPS = "/api/v1/namespaces/shop/configmaps";
    static final String JSON_PATCH = "application/json-patch+json";
    static final String MERGE_PATCH = "application/merge-patch+json";
    static final String APPLY = "application/apply-patch+yaml";

    SimulatedCluster cluster;
    RawClient admin;
    RawClient bo;

    @BeforeEach
    void start() {
        cluster = SimulatedCluster.start(SimulatedOptions.defaults()
                .withPace(Pace.DEFAULT.scaled(0))
                .withUsers(List.of(
                        new SimulatedUser("admin", List.of("system:masters"), "admin-token"),
                        new SimulatedUser("bo@shop.example", List.of(), "bo-token"))));
        cluster.load(World.read(SHOP, "shop.yaml"));
        admin = new RawClient(cluster.url(), cluster.authority(), "admin-token");
        bo = new RawClient(cluster.url(), cluster.authority(), "bo-token");
    }

    @AfterEach
    void stop() {
        admin.close();
        bo.close();
        cluster.close();
    }
}
