package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Mark;
import dev.understudy.drill.Outcome;
import dev.understudy.probe.prometheus.Exporter;
import dev.understudy.probe.prometheus.RealPrometheus;
import dev.understudy.scenario.language.Cast;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.store.Kinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills that see nothing but what a Prometheus tells them. */
class PrometheusDrillTest {
    private static final String READY = "kube_deployment_status_replicas_ready{deployment=\"checkout-cache\"}";

    @TempDir
    Path folder;

    @Test
    void impact_and_recovery_are_timed_by_the_clusters_own_prometheus() throws IOException {
        try (Theatre theatre = new Theatre(SimulatedOptions.defaults().withPrometheus(0), shop -> shop)) {
            URI own = URI.create(theatre.simulated.prometheusUrl().orElseThrow());
            repairedWhileWatched(theatre, "", () -> measuredReady(own));
        }
    }

    @Test
    void impact_and_recovery_are_timed_by_a_real_prometheus_and_the_error_covers_its_scrapes() throws IOException {
        try (Theatre theatre = new Theatre();
                Exporter exporter = new Exporter(() -> READY + " " + ready(theatre) + "\n");
                RealPrometheus prometheus = new RealPrometheus(exporter.target(), Duration.ofMillis(500), folder)) {
            repairedWhileWatched(theatre, "url: \"" + prometheus.url() + "\", ", () -> ready(theatre));
        }
    }

    @Test
    void a_probe_without_a_url_is_refused_before_anything_is_touched_where_the_cluster_offers_no_prometheus()
            throws IOException {
        try (Theatre theatre = new Theatre()) {
            assertThatThrownBy(() -> new Rehearsed(theatre, cast(""), folder))
                    .hasMessageContaining("not injecting: probe 'enough of the cache'")
                    .hasMessageContaining("name one with prometheus.url");
            assertThat(theatre.cluster.records().find("")).isEmpty();
        }
    }

    /** The truth lies between the clock and as much earlier as its error says. */
    private void repairedWhileWatched(Theatre theatre, String url, IntSupplier measured) {
        try (Rehearsed drill = new Rehearsed(theatre, cast(url), folder)) {
            drill.await(DrillEvent.ImpactSeen.class);
            Instant repaired = Instant.now();
            theatre.scaleBy("bo", 3);
            // what is measured follows what is: no clock by it can be earlier
            Awaitility.await().pollInterval(Duration.ofMillis(10)).until(() -> measured.getAsInt() == 3);
            Instant ready = Instant.now();
            Drill end = drill.end();

            assertThat(end.outcome()).isEqualTo(Outcome.RECOVERED_LATE);
            Mark recovered = Objects.requireNonNull(end.marks().recovered());
            Instant clock = end.opened().at().plus(recovered.at());
            assertThat(clock).isAfter(repaired);
            assertThat(clock.minus(Objects.requireNonNull(recovered.error()))).isBefore(ready);
        }
    }

    /** Returns what the cluster's own Prometheus says. */
    private static int measuredReady(URI prometheus) {
        URI query = prometheus.resolve("/api/v1/query?query=" + URLEncoder.encode(READY, StandardCharsets.UTF_8));
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = http.send(HttpRequest.newBuilder(query).build(), BodyHandlers.ofString())
                    .body();
            return JsonMapper.builder()
                    .build()
                    .readTree(body)
                    .at("/data/result/0/value/1")
                    .asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static int ready(Theatre theatre) {
        return theatre.simulated
                .store()
                .get(Kinds.DEPLOYMENT, "shop", "checkout-cache")
                .orElseThrow()
                .at("/status/readyReplicas")
                .asInt();
    }

    private static Cast cast(String url) {
        return Theatre.read("""
                apiVersion: understudy.dev/v1
                kind: Scenario
                metadata: {name: measured}
                spec:
                  purpose: Does monitoring tell?
                  service: checkout
                  incidentClass: cache-loss
                  hypothesis: It does.
                  target: {namespace: shop, workload: {kind: Deployment, name: checkout-cache}}
                  responders:
                    team: payments
                    exclude: [{responder: ana, reason: wrote it}]
                  steadyState:
                    sustained: 300ms
                    probes:
                      - name: enough of the cache
                        every: 100ms
                        prometheus: {%squery: 'sum(%s)', above: 2}
                  faults:
                    - {name: lose the cache, scale: {replicas: 0}}
                  objectives: {detect: 10s, acknowledge: 10s, recover: 20s}
                  guardrails:
                    deadline: 30s
                    blastRadius: {maxPods: 3, maxPercent: 100}
                """.formatted(url, READY).replace("sum(" + READY + ")", READY));
    }
}
