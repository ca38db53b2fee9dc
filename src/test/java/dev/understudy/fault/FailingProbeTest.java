package dev.understudy.fault;

import static dev.understudy.fault.Plans.edits;
import static dev.understudy.fault.Plans.planned;
import static dev.understudy.fault.Plans.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import org.junit.jupiter.api.Test;

/** The faults readiness and crashLoop. */
class FailingProbeTest {
    private static final Target TARGET = new Target("shop", new Workload(WorkloadKind.DEPLOYMENT, "cache"));
    private static final ReadinessFault READINESS = new ReadinessFault();
    private static final CrashLoopFault CRASH = new CrashLoopFault();
    private static final String FAILS =
            "readinessProbe: {tcpSocket: {port: 1}, periodSeconds: 1, failureThreshold: 1, successThreshold: 1}";

    private static ClusterView seen(String probe) {
        return Seen.of(Templates.deployment("", "containers: [{name: app, image: cache:1, " + probe + "}]")
                + Templates.pods(3));
    }

    private static FaultPlan unready(String probe) {
        return READINESS.plan(new ReadinessFault.Spec(null, false), TARGET, seen(probe), Seen.MOMENT);
    }

    private static FaultPlan crash(String probe) {
        return CRASH.plan(new CrashLoopFault.Spec(null, false), TARGET, seen(probe), Seen.MOMENT);
    }

    @Test
    void a_container_without_a_probe_gets_one() {
        assertThat(edits(unready("")))
                .containsExactly("readinessProbe: <absent> -> {failureThreshold=1, periodSeconds=1, successThreshold=1,"
                        + " tcpSocket={port=1}}");
        assertThat(planned(unready("")).podsHit()).hasSize(3);
    }

    @Test
    void of_a_probe_that_is_there_only_what_differs_is_set() {
        assertThat(edits(unready(
                        "readinessProbe: {httpGet: {path: /ok, port: 80}, periodSeconds: 1, timeoutSeconds: 3}")))
                .containsExactly(
                        "readinessProbe.httpGet: {path=/ok, port=80} -> <absent>",
                        "readinessProbe.failureThreshold: <absent> -> 1",
                        "readinessProbe.successThreshold: <absent> -> 1",
                        "readinessProbe.tcpSocket.port: <absent> -> 1");
    }

    @Test
    void a_probe_that_fails_already_is_refused() {
        assertThat(refusal(unready(FAILS))).contains("has such a readiness probe already");
    }

    @Test
    void a_crash_loop_is_a_startup_probe_that_fails_and_gives_a_second_to_end() {
        assertThat(edits(crash("livenessProbe: {tcpSocket: {port: 80}}, " + FAILS)))
                .containsExactly("startupProbe: <absent> -> {failureThreshold=1, periodSeconds=1, successThreshold=1,"
                        + " tcpSocket={port=1}, terminationGracePeriodSeconds=1}");
    }

    @Test
    void both_know_before_they_see_a_cluster_which_probe_they_set() {
        FieldOf readiness = READINESS
                .fields(new ReadinessFault.Spec(null, false), TARGET)
                .iterator()
                .next();
        FieldOf startup = CRASH.fields(new CrashLoopFault.Spec(null, false), TARGET)
                .iterator()
                .next();

        assertThat(readiness)
                .hasToString("spec.template.spec.containers[name=*].readinessProbe of Deployment shop/cache");
        assertThat(readiness.overlaps(startup)).isFalse();
    }
}
