package dev.understudy.simulated.controller;

import static dev.understudy.simulated.SmallCluster.PERSON;
import static dev.understudy.simulated.SmallCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.HandClock;
import dev.understudy.simulated.SmallCluster;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The hand-moved clock begins at a quarter past ten. Nobody places the pods, so that no Job ends by itself. */
class CronJobsTest {
    private static final long FIRST_MINUTE =
            Instant.parse("2026-11-21T10:16:00Z").getEpochSecond() / 60;

    private final SmallCluster cluster = new SmallCluster(new HandClock(), Pace.DEFAULT.scaled(0));

    @AfterEach
    void close() {
        cluster.close();
    }

    private void everyMinute(String spec) {
        cluster.with("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: tick, namespace: shop}
            spec:
              schedule: "* * * * *"
              %s
              jobTemplate:
                spec:
                  template:
                    spec:
                      schedulerName: nobody
                      restartPolicy: Never
                      containers: [{name: none, image: none}]
            """.formatted(spec));
    }

    private void pass(int minutes) {
        cluster.pass(Duration.ofMinutes(minutes));
    }

    private List<String> jobs() {
        return cluster.names(Kinds.JOB);
    }

    private static String tick(int minute) {
        return "tick-" + (FIRST_MINUTE + minute - 1);
    }

    /** Ends a job that its controller has begun: what is written before takes the time of its beginning away. */
    private void finish(String job, String end) {
        cluster.expect(
                Kinds.JOB,
                job,
                begun -> assertThat(begun.at("/status/startTime").isTextual()).isTrue());
        ObjectNode found = cluster.get(Kinds.JOB, job);
        Condition.of(end, true, "", "").putInto(found.withObjectProperty("status"), Instant.EPOCH);
        Meta.of(found).remove("resourceVersion");
        cluster.store.updateStatus(Kinds.JOB, found, PERSON);
    }

    private void awaitJobs(String... names) {
        eventually(() -> assertThat(jobs()).containsExactlyInAnyOrder(names));
    }

    private int active() {
        return cluster.get(Kinds.CRON_JOB, "tick").at("/status/active").size();
    }

    @Test
    void starts_a_job_at_each_time_of_its_schedule() {
        everyMinute("suspend: false");
        pass(1);
        awaitJobs(tick(1));

        pass(1);

        awaitJobs(tick(1), tick(2));
        eventually(() -> assertThat(active()).isEqualTo(2));
        assertThat(cluster.get(Kinds.CRON_JOB, "tick")
                        .at("/status/lastScheduleTime")
                        .asText())
                .isEqualTo("2026-11-21T10:17:00Z");
    }

    @Test
    void of_several_missed_times_only_the_latest_counts() {
        everyMinute("suspend: true");
        pass(5);

        cluster.edit(
                Kinds.CRON_JOB, "tick", cron -> cron.withObjectProperty("spec").put("suspend", false));

        awaitJobs(tick(5));
    }

    @Test
    void a_forbidding_one_starts_nothing_while_the_last_job_runs() {
        everyMinute("concurrencyPolicy: Forbid");
        pass(1);
        awaitJobs(tick(1));
        pass(1);
        eventually(() -> assertThat(cluster.store.list(Kinds.EVENT, "shop"))
                .anyMatch(event -> event.path("reason").asText().equals("JobAlreadyActive")));
        assertThat(jobs()).containsExactly(tick(1));

        finish(tick(1), "Complete");

        awaitJobs(tick(1), tick(2));
    }

    @Test
    void a_replacing_one_deletes_the_job_that_still_runs() {
        everyMinute("concurrencyPolicy: Replace");
        pass(1);
        awaitJobs(tick(1));

        pass(1);

        awaitJobs(tick(2));
        eventually(() -> assertThat(active()).isEqualTo(1));
    }

    @Test
    void a_job_that_would_be_too_late_is_not_started() {
        everyMinute("suspend: true\n  startingDeadlineSeconds: 10");
        cluster.pass(Duration.ofSeconds(90));

        cluster.edit(
                Kinds.CRON_JOB, "tick", cron -> cron.withObjectProperty("spec").put("suspend", false));
        cluster.pass(Duration.ofSeconds(30));

        awaitJobs(tick(2));
    }

    @Test
    void only_so_many_finished_jobs_are_kept() {
        everyMinute("successfulJobsHistoryLimit: 1\n  failedJobsHistoryLimit: 1");
        for (int minute = 1; minute <= 4; minute++) {
            pass(1);
            String job = tick(minute);
            eventually(() -> assertThat(jobs()).contains(job));
            finish(job, minute % 2 == 0 ? "Complete" : "Failed");
        }

        awaitJobs(tick(3), tick(4));
        eventually(() -> assertThat(active()).isZero());
    }
}
