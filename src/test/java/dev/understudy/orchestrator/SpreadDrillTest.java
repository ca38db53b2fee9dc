package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.report.Spread;
import dev.understudy.scenario.language.Cast;
import dev.understudy.simulated.SimulatedOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far faults reach in the shop, as its services depend on each other. */
class SpreadDrillTest {
    @TempDir
    Path folder;

    @Test
    void losing_the_cache_cascades_to_whatever_cannot_live_without_checkout() throws IOException {
        try (Theatre theatre = new Theatre(SimulatedOptions.defaults(), SpreadDrillTest::strict);
                Rehearsed drill =
                        new Rehearsed(theatre, losing("Deployment", "checkout-cache", "storefront"), folder)) {
            Awaitility.await().until(() -> drill.report().spread().reached().size() == 2);
            theatre.scaleBy("bo", 3);
            drill.end();

            assertThat(drill.report().spread().reached())
                    .extracting(Spread.Reached::what)
                    .containsExactlyInAnyOrder("Deployment shop/checkout", "Deployment shop/storefront");
            assertThat(drill.report().spread().reached())
                    .filteredOn(r -> r.name().equals("storefront"))
                    .allSatisfy(r -> assertThat(r.lasted()).isPositive());
        }
    }

    @Test
    void losing_what_nobody_needs_is_contained() throws IOException {
        try (Theatre theatre = new Theatre();
                Rehearsed drill = new Rehearsed(theatre, losing("StatefulSet", "orders-db", "checkout", """
                            abortUnless:
                              - name: long enough
                                for: 3s
                                workload: {kind: StatefulSet, name: orders-db, ready: 100%}
                        """), folder)) {
            drill.end();

            Spread spread = drill.report().spread();
            assertThat(spread.state()).isEqualTo("contained");
            assertThat(spread.watched()).isEqualTo(7);
        }
    }

    /** A shop whose storefront cannot live without checkout, and whose pods are ready only while what they need is. */
    private static String strict(String shop) {
        String readiness = "        simulated.understudy.dev/readiness: dependencies\n";
        return shop.replace("depends-on: catalogue\n", "depends-on: catalogue,checkout\n" + readiness)
                .replace("        simulated.understudy.dev/uses: checkout\n", "")
                .replace("checkout-cache,payments,orders\n", "checkout-cache,payments,orders\n" + readiness);
    }

    private static Cast losing(String kind, String name, String alsoReady) {
        return losing(kind, name, alsoReady, "");
    }

    private static Cast losing(String kind, String name, String alsoReady, String abortUnless) {
        return Theatre.read("""
                apiVersion: understudy.dev/v1
                kind: Scenario
                metadata: {name: spread}
                spec:
                  purpose: How far does it reach?
                  service: checkout
                  incidentClass: cache-loss
                  hypothesis: Not far.
                  target: {namespace: shop, workload: {kind: %1$s, name: %2$s}}
                  responders:
                    team: payments
                    exclude: [{responder: ana, reason: wrote it}]
                  steadyState:
                    sustained: 50ms
                    probes:
                      - {name: it is ready, workload: {kind: %1$s, name: %2$s}}
                      - {name: that is ready, workload: {kind: Deployment, name: %3$s}}
                      - {name: logs are shipped, workload: {kind: DaemonSet, name: log-shipper}}
                  faults:
                    - {name: lose it, scale: {replicas: 0}}
                  objectives: {detect: 10s, acknowledge: 10s, recover: 20s}
                  guardrails:
                    deadline: 30s
                    blastRadius: {maxPods: 3, maxPercent: 100}
                """.formatted(kind, name, alsoReady) + abortUnless);
    }
}
