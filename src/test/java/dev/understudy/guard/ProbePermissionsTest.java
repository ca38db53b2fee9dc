package dev.understudy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.Target;
import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.Share;
import dev.understudy.probe.Threshold;
import dev.understudy.scenario.Guardrails;
import dev.understudy.scenario.Participants;
import dev.understudy.scenario.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What probes, and watching what else a fault reaches, ask of the cluster. */
class ProbePermissionsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void every_workload_of_the_namespace_is_watched_to_measure_the_blast_radius() {
        assertThat(permissions())
                .contains(
                        "list deployments.apps in namespace shop",
                        "watch deployments.apps in namespace shop",
                        "list statefulsets.apps in namespace shop",
                        "watch statefulsets.apps in namespace shop",
                        "list daemonsets.apps in namespace shop",
                        "watch daemonsets.apps in namespace shop",
                        "watch horizontalpodautoscalers.autoscaling in namespace shop");
    }

    @Test
    void a_tcp_probe_finds_a_ready_pod_and_forwards_to_it_in_the_namespace_of_its_service() {
        assertThat(asked(new ProbeCheck.Tcp("db.storage", 5432, SECOND)))
                .containsExactlyInAnyOrder(
                        "get services in namespace storage",
                        "list endpointslices.discovery.k8s.io in namespace storage",
                        "get pods/portforward in namespace storage",
                        "create pods/portforward in namespace storage");
    }

    @Test
    void a_prometheus_probe_asks_nothing_of_the_cluster() {
        Threshold threshold = new Threshold(Threshold.Comparison.ABOVE, BigDecimal.ONE);

        assertThat(asked(new ProbeCheck.Prometheus(null, "up", threshold, null, SECOND)))
                .isEmpty();
    }

    @Test
    void a_workload_probe_sees_the_autoscaler_whose_lower_limit_its_percentage_is_of() {
        Workload workload = new Workload(WorkloadKind.DAEMON_SET, "log-shipper");

        assertThat(permissions(new ProbeCheck.Ready(workload, new Share(100, true))))
                .contains("list horizontalpodautoscalers.autoscaling in namespace shop");
    }

    private static Set<String> asked(ProbeCheck check) {
        Set<String> all = permissions(check);
        all.removeAll(permissions());
        return all;
    }

    private static Set<String> permissions(ProbeCheck... checks) {
        List<Probe> probes = Stream.of(checks)
                .map(check -> new Probe("probe", SECOND, check))
                .toList();
        Scenario scenario = new Scenario(
                "cache-loss",
                Map.of(),
                "",
                "",
                "checkout",
                "cache-loss",
                null,
                "",
                List.of(),
                new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache")),
                new Participants(
                        "payments", List.of(), Participants.Enforcement.OBSERVE, Participants.HeroRole.ABSENT, true),
                null,
                true,
                new Scenario.SteadyState(SECOND, probes),
                List.of(),
                new Scenario.Objectives(SECOND, SECOND, SECOND),
                new Guardrails(SECOND, SECOND, SECOND, new Guardrails.BlastRadius(1, 100), List.of()),
                List.of(),
                List.of(),
                List.of());
        return DrillPermissions.of(scenario, List.of()).stream()
                .map(Permission::toString)
                .collect(Collectors.toSet());
    }
}
