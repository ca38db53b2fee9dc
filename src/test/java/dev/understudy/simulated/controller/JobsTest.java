package dev.understudy.simulated.controller;

import static dev.understudy.simulated.SmallCluster.PERSON;
import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.HandClock;
import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.store.Kinds;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final SmallCluster cluster = new SmallCluster(new HandClock(), Pace.DEFAULT.scaled(0));

    @AfterEach
    void close() {
        cluster.close();
    }

    private void job(String spec) {
        cluster.with("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata: {name: guard, namespace: shop}
            spec:
              %s
              template:
                spec:
                  restartPolicy: Never
                  containers: [{name: none, image: none, command: [sleep, infinity]}]
            """.formatted(spec.replace("\n", "\n  ")));
    }

    private void untilStarted() {
        cluster.expect(
                Kinds.JOB,
                "guard",
                job -> assertThat(job.at("/status/startTime").asText()).isNotEmpty());
    }

    @Test
    void a_guard_vanishes_at_its_deadline_and_takes_what_it_owns_with_it() {
        job("parallelism: 0\nactiveDeadlineSeconds: 300\nttlSecondsAfterFinished: 0");
        untilStarted();
        ObjectNode owned = JsonNodeFactory.instance.objectNode();
        owned.putObject("metadata").put("name", "fault").put("namespace", "shop");
        Owner.controlling(Kinds.JOB, cluster.get(Kinds.JOB, "guard")).addTo(owned);
        cluster.store.create(Kinds.CONFIG_MAP, owned, PERSON);
        cluster.pass(Duration.ofSeconds(299));
        assertThat(cluster.has(Kinds.CONFIG_MAP, "fault")).isTrue();

        cluster.pass(Duration.ofSeconds(1));

        eventually(() -> {
            assertThat(cluster.has(Kinds.JOB, "guard")).isFalse();
            assertThat(cluster.has(Kinds.CONFIG_MAP, "fault")).isFalse();
        });
    }

    @Test
    void a_job_past_its_deadline_has_failed_and_its_pods_are_gone() {
        job("parallelism: 2\nactiveDeadlineSeconds: 60");
        eventually(() -> assertThat(cluster.pods()).hasSize(2).allMatch(pod -> Condition.isTrue(pod, "Ready")));

        cluster.pass(Duration.ofSeconds(60));

        eventually(() -> {
            ObjectNode job = cluster.get(Kinds.JOB, "guard");
            assertThat(Condition.find(job.path("status"), "Failed")
                            .orElseThrow()
                            .path("reason")
                            .asText())
                    .isEqualTo("DeadlineExceeded");
            assertThat(job.at("/status/failed").asInt()).isEqualTo(2);
            assertThat(cluster.pods()).isEmpty();
        });
    }

    @Test
    void a_job_is_complete_when_enough_pods_have_succeeded() {
        job("parallelism: 1\ncompletions: 2");

        for (int done = 1; done <= 2; done++) {
            int expected = done;
            eventually(() -> assertThat(cluster.pods()).hasSize(expected));
            cluster.pods().forEach(pod -> {
                pod.withObjectProperty("status").put("phase", "Succeeded");
                cluster.store.updateStatus(Kinds.POD, withoutVersion(pod), PERSON);
            });
        }

        cluster.expect(Kinds.JOB, "guard", job -> {
            assertThat(Condition.isTrue(job, "Complete")).isTrue();
            assertThat(job.at("/status/succeeded").asInt()).isEqualTo(2);
        });
    }

    @Test
    void a_job_fails_when_more_pods_failed_than_it_allows() {
        job("backoffLimit: 0");
        eventually(() -> assertThat(cluster.pods()).hasSize(1));

        ObjectNode pod = cluster.pods().getFirst();
        pod.withObjectProperty("status").put("phase", "Failed");
        cluster.store.updateStatus(Kinds.POD, withoutVersion(pod), PERSON);

        cluster.expect(
                Kinds.JOB,
                "guard",
                job -> assertThat(Condition.find(job.path("status"), "Failed")
                                .orElseThrow()
                                .path("reason")
                                .asText())
                        .isEqualTo("BackoffLimitExceeded"));
    }

    @Test
    void a_suspended_job_runs_nothing_until_it_is_resumed() {
        job("suspend: true");
        cluster.expect(
                Kinds.JOB,
                "guard",
                job -> assertThat(Condition.isTrue(job, "Suspended")).isTrue());
        assertThat(cluster.pods()).isEmpty();

        cluster.edit(Kinds.JOB, "guard", job -> job.withObjectProperty("spec").put("suspend", false));

        eventually(() -> assertThat(cluster.pods()).hasSize(1));
    }

    private static ObjectNode withoutVersion(ObjectNode object) {
        object.withObjectProperty("metadata").remove("resourceVersion");
        return object;
    }
}
