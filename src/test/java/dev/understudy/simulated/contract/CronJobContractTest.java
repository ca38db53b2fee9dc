package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Nobody waits for a minute here: a schedule of every second is due at once. */
class CronJobContractTest extends WorkloadContract {
    private void tick(String schedule, String spec) {
        create("""
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: tick}
                spec:
                  schedule: "%s"
                  %s
                  jobTemplate:
                    metadata: {labels: {made: by-tick}}
                    spec:
                      template:
                        spec:
                          restartPolicy: Never
                          terminationGracePeriodSeconds: 1
                          containers: [{name: main, image: "app:1", command: [sleep, infinity]}]
                """.formatted(schedule, spec));
    }

    private JsonNode tick() {
        return batch("cronjobs", "tick");
    }

    @Test
    void a_cron_job_starts_jobs_on_its_schedule_and_lists_those_that_run() {
        tick("@every 1s", "concurrencyPolicy: Forbid");

        eventually(() -> assertThat(tick().at("/status/active")).hasSize(1));

        JsonNode job = items(batch("jobs", "")).getFirst();
        assertThat(name(job))
                .isEqualTo("tick-"
                        + Instant.parse(tick().at("/status/lastScheduleTime").asText())
                                        .getEpochSecond()
                                / 60);
        assertThat(job.at("/metadata/labels/made").asText()).isEqualTo("by-tick");
        assertThat(job.at("/metadata/annotations").has("batch.kubernetes.io/cronjob-scheduled-timestamp"))
                .isTrue();
        assertThat(job.at("/metadata/ownerReferences/0/kind").asText()).isEqualTo("CronJob");
        assertThat(tick().at("/status/active/0/name").asText()).isEqualTo(name(job));
        assertThat(tick().at("/status/active/0/uid")).isEqualTo(job.at("/metadata/uid"));
        eventually(() -> assertThat(events("tick", "SuccessfulCreate")).containsExactly("Created job " + name(job)));
    }

    @Test
    void a_suspended_cron_job_starts_nothing() {
        tick("@every 1s", "suspend: true");

        merge("batch/v1", "CronJob", "tick", "{\"spec\":{\"suspend\":false}}");
        eventually(() -> assertThat(items(batch("jobs", ""))).isNotEmpty());

        String suspended =
                batch("cronjobs", "tick").at("/metadata/creationTimestamp").asText();
        assertThat(tick().at("/status/lastScheduleTime").asText()).isGreaterThan(suspended);
    }

    @Test
    void a_job_made_by_hand_from_a_cron_job_belongs_to_it() {
        tick("0 0 1 1 *", "suspend: true");
        JsonNode cronJob = tick();
        create("""
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: by-hand
                  annotations: {cronjob.kubernetes.io/instantiate: manual}
                  ownerReferences:
                    - {apiVersion: batch/v1, kind: CronJob, name: tick, uid: %s, controller: true}
                spec:
                  suspend: true
                  template:
                    spec: {restartPolicy: Never, containers: [{name: main, image: "app:1", command: [sleep, infinity]}]}
                """.formatted(cronJob.at("/metadata/uid").asText()));

        eventually(() -> assertThat(events("tick", "UnexpectedJob"))
                .containsExactly("Saw a job that the controller did not create or forgot: by-hand"));

        client.batch().v1().cronjobs().inNamespace(namespace).withName("tick").delete();
        eventually(() -> assertThat(items(batch("jobs", ""))).isEmpty());
    }

    @Test
    void every_mistake_in_a_cron_job_is_named() {
        String message = refusalOf("""
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: a-name-that-is-just-one-letter-too-long-for-a-cron-job}
                spec:
                  schedule: "61 * * * *"
                  timeZone: Nowhere/Land
                  concurrencyPolicy: Sometimes
                  successfulJobsHistoryLimit: -1
                  jobTemplate:
                    spec:
                      template:
                        spec: {containers: [{name: main, image: "app:1", command: [sleep, infinity]}]}
                """);

        assertThat(message)
                .contains("spec.schedule: Invalid value: \"61 * * * *\": end of range (61) above maximum (59): 61")
                .contains("spec.timeZone: Invalid value: \"Nowhere/Land\": unknown time zone Nowhere/Land")
                .contains("spec.concurrencyPolicy: Unsupported value: \"Sometimes\": supported values: \"Allow\","
                        + " \"Forbid\", \"Replace\"")
                .contains("spec.successfulJobsHistoryLimit: Invalid value: -1: must be greater than or equal to 0")
                .contains("spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values:"
                        + " \"OnFailure\", \"Never\"")
                .contains("must be no more than 52 characters");
    }

    @Test
    void the_zone_of_a_cron_job_has_a_field_of_its_own() {
        assertThat(refusalOf("""
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: tick}
                spec:
                  schedule: "TZ=Europe/Lisbon 0 9 * * *"
                  jobTemplate:
                    spec:
                      template:
                        spec: {restartPolicy: Never, containers: [{name: main, image: "app:1", command: [sleep, infinity]}]}
                """)).contains("cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
    }

    @Test
    void the_server_fills_in_what_a_cron_job_leaves_open() {
        tick("0 0 1 1 *", "suspend: true");

        JsonNode spec = tick().path("spec");

        assertThat(spec.path("concurrencyPolicy").asText()).isEqualTo("Allow");
        assertThat(spec.path("successfulJobsHistoryLimit").asInt()).isEqualTo(3);
        assertThat(spec.path("failedJobsHistoryLimit").asInt()).isEqualTo(1);
        assertThat(spec.has("timeZone")).isFalse();
        assertThat(tick().path("status").toString()).isEqualTo("{}");
    }

    @Test
    void kubectl_sees_a_cron_job_in_columns() {
        tick("0 9 * * *", "timeZone: Europe/Lisbon");

        var lines = table("/apis/batch/v1/namespaces/NS/cronjobs");

        assertThat(lines.getFirst())
                .containsExactly(
                        "Name",
                        "Schedule",
                        "Timezone",
                        "Suspend",
                        "Active",
                        "Last Schedule",
                        "Age",
                        "Containers",
                        "Images",
                        "Selector");
        assertThat(lines.get(1))
                .startsWith("tick", "0 9 * * *", "Europe/Lisbon", "False", "0", "<none>")
                .endsWith("main", "app:1", "<none>");
    }
}
