package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The pods of these jobs would run for an hour; each test says itself how they end. */
class JobContractTest extends WorkloadContract {
    private static final String TRACKING = "batch.kubernetes.io/job-tracking";
    private static final String INDEX = "batch.kubernetes.io/job-completion-index";

    private void job(String spec) {
        create("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: work}
                spec:
                  %s
                  template:
                    spec:
                      restartPolicy: Never
                      terminationGracePeriodSeconds: 1
                      containers: [{name: main, image: "app:1", command: [sleep, infinity]}]
                """.formatted(spec));
    }

    private JsonNode job() {
        return batch("jobs", "work");
    }

    private void end(JsonNode pod, String phase) {
        client.pods()
                .inNamespace(namespace)
                .withName(name(pod))
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\":{\"phase\":\"" + phase + "\"}}");
    }

    private List<JsonNode> running() {
        return pods().stream()
                .filter(pod -> pod.at("/status/phase").asText().equals("Running"))
                .filter(pod -> !pod.at("/metadata").has("deletionTimestamp"))
                .toList();
    }

    private void awaitRunning(int count) {
        eventually(() -> assertThat(running()).hasSize(count));
    }

    private static List<String> conditions(JsonNode job) {
        return StreamSupport.stream(job.at("/status/conditions").spliterator(), false)
                .map(condition -> condition.path("type").asText())
                .toList();
    }

    @Test
    void a_job_is_complete_when_enough_pods_have_succeeded() {
        job("completions: 2\n  parallelism: 2");
        awaitRunning(2);

        running().forEach(pod -> end(pod, "Succeeded"));

        eventually(() ->
                assertThat(condition(job(), "Complete").path("status").asText()).isEqualTo("True"));
        JsonNode status = job().path("status");
        assertThat(conditions(job())).containsExactly("SuccessCriteriaMet", "Complete");
        assertThat(condition(job(), "Complete").path("reason").asText()).isEqualTo("CompletionsReached");
        assertThat(condition(job(), "Complete").path("message").asText())
                .isEqualTo("Reached expected number of succeeded pods");
        assertThat(status.path("succeeded").asInt()).isEqualTo(2);
        assertThat(status.path("completionTime").asText()).isNotEmpty();
        assertThat(status.path("uncountedTerminatedPods").toString()).isEqualTo("{}");
        eventually(() -> assertThat(events("work", "Completed")).containsExactly("Job completed"));
    }

    @Test
    void a_job_never_forgets_a_pod_that_has_succeeded() {
        job("completions: 2\n  parallelism: 1");
        awaitRunning(1);
        JsonNode first = running().getFirst();
        end(first, "Succeeded");
        eventually(() -> assertThat(job().at("/status/succeeded").asInt()).isEqualTo(1));

        delete(name(first));

        eventually(() -> assertThat(podNames()).hasSize(1).doesNotContain(name(first)));
        assertThat(job().at("/status/succeeded").asInt()).isEqualTo(1);
    }

    @Test
    void a_pod_of_a_job_is_held_until_it_is_counted() {
        job("completions: 1");
        awaitRunning(1);
        JsonNode pod = running().getFirst();
        assertThat(pod.at("/metadata/finalizers").toString()).contains(TRACKING);

        end(pod, "Succeeded");

        eventually(() -> assertThat(core("pods", name(pod)).at("/metadata").has("finalizers"))
                .isFalse());
    }

    @Test
    void a_job_has_failed_when_more_pods_failed_than_it_allows() {
        job("backoffLimit: 0");
        awaitRunning(1);

        end(running().getFirst(), "Failed");

        eventually(() ->
                assertThat(condition(job(), "Failed").path("status").asText()).isEqualTo("True"));
        assertThat(conditions(job())).containsExactly("FailureTarget", "Failed");
        assertThat(condition(job(), "Failed").path("reason").asText()).isEqualTo("BackoffLimitExceeded");
        assertThat(job().at("/status/failed").asInt()).isEqualTo(1);
        eventually(() -> assertThat(events("work", "BackoffLimitExceeded"))
                .containsExactly("Job has reached the specified backoff limit"));
    }

    @Test
    void a_failed_pod_of_a_job_is_replaced_only_after_a_while() {
        job("backoffLimit: 3");
        awaitRunning(1);
        JsonNode first = running().getFirst();
        end(first, "Failed");

        eventually(() -> assertThat(job().at("/status/failed").asInt()).isEqualTo(1));
        assertThat(podNames()).containsExactly(name(first));

        eventually(() -> assertThat(pods()).hasSize(2));
    }

    @Test
    void a_job_past_its_deadline_has_failed_and_its_pods_are_gone() {
        job("activeDeadlineSeconds: 3");
        awaitRunning(1);

        eventually(() ->
                assertThat(condition(job(), "Failed").path("reason").asText()).isEqualTo("DeadlineExceeded"));

        assertThat(condition(job(), "Failed").path("message").asText())
                .isEqualTo("Job was active longer than specified deadline");
        assertThat(pods()).isEmpty();
        assertThat(job().at("/status").has("active")).isFalse();
    }

    @Test
    void a_suspended_job_stops_its_pods_and_runs_them_again_when_it_is_resumed() {
        job("parallelism: 2");
        awaitRunning(2);

        merge("batch/v1", "Job", "work", "{\"spec\":{\"suspend\":true}}");
        eventually(() -> {
            assertThat(pods()).isEmpty();
            assertThat(condition(job(), "Suspended").path("status").asText()).isEqualTo("True");
        });
        assertThat(condition(job(), "Suspended").path("reason").asText()).isEqualTo("JobSuspended");

        merge("batch/v1", "Job", "work", "{\"spec\":{\"suspend\":false}}");
        eventually(() -> assertThat(running()).isNotEmpty());
        assertThat(condition(job(), "Suspended").path("status").asText()).isEqualTo("False");
        assertThat(condition(job(), "Suspended").path("reason").asText()).isEqualTo("JobResumed");
        eventually(() -> {
            assertThat(events("work", "Suspended")).containsExactly("Job suspended");
            assertThat(events("work", "Resumed")).containsExactly("Job resumed");
        });
    }

    @Test
    void an_indexed_job_gives_each_pod_a_number_of_its_own() {
        job("completionMode: Indexed\n  completions: 4\n  parallelism: 2");
        awaitRunning(2);

        JsonNode second = running().getLast();

        assertThat(name(second)).startsWith("work-1-");
        assertThat(second.at("/spec/hostname").asText()).isEqualTo("work-1");
        assertThat(second.at("/metadata/annotations").path(INDEX).asText()).isEqualTo("1");
        assertThat(second.at("/metadata/labels").path(INDEX).asText()).isEqualTo("1");
        JsonNode variable = second.at("/spec/containers/0/env/0");
        assertThat(variable.path("name").asText()).isEqualTo("JOB_COMPLETION_INDEX");
        assertThat(variable.at("/valueFrom/fieldRef/fieldPath").asText()).isEqualTo("metadata.labels['" + INDEX + "']");
    }

    @Test
    void an_indexed_job_remembers_which_numbers_are_done() {
        job("completionMode: Indexed\n  completions: 5\n  parallelism: 4");
        awaitRunning(4);
        List<JsonNode> pods = running();

        List.of(0, 1, 3).forEach(index -> end(pods.get(index), "Succeeded"));

        eventually(
                () -> assertThat(job().at("/status/completedIndexes").asText()).isEqualTo("0,1,3"));
        assertThat(job().at("/status/succeeded").asInt()).isEqualTo(3);
        eventually(() -> assertThat(running())
                .extracting(pod -> pod.at("/metadata/labels").path(INDEX).asText())
                .containsExactlyInAnyOrder("2", "4"));
    }

    @Test
    void a_finished_job_goes_after_its_time_to_live() {
        job("ttlSecondsAfterFinished: 0");
        awaitRunning(1);

        end(running().getFirst(), "Succeeded");

        eventually(() -> {
            assertThat(items(batch("jobs", ""))).isEmpty();
            assertThat(pods()).isEmpty();
        });
    }

    @Test
    void a_job_that_is_told_to_run_fewer_pods_stops_some() {
        job("completions: 9\n  parallelism: 3");
        awaitRunning(3);

        merge("batch/v1", "Job", "work", "{\"spec\":{\"parallelism\":1}}");

        eventually(() -> {
            assertThat(pods()).hasSize(1);
            assertThat(job().at("/status/active").asInt()).isEqualTo(1);
            assertThat(job().at("/status/terminating").asInt()).isZero();
        });
    }

    @Test
    void a_deleted_job_takes_its_pods_along() {
        job("parallelism: 2");
        awaitRunning(2);

        client.batch().v1().jobs().inNamespace(namespace).withName("work").delete();

        eventually(() -> {
            assertThat(items(batch("jobs", ""))).isEmpty();
            assertThat(pods()).isEmpty();
        });
    }

    @Test
    void the_status_of_a_job_counts_what_its_pods_do_now() {
        job("parallelism: 2");

        eventually(() -> {
            JsonNode status = job().path("status");
            assertThat(status.path("active").asInt()).isEqualTo(2);
            assertThat(status.path("ready").asInt()).isEqualTo(2);
            assertThat(status.path("terminating").asText()).isEqualTo("0");
            assertThat(status.path("startTime").asText()).isNotEmpty();
            assertThat(status.has("succeeded")).isFalse();
        });
    }

    @Test
    void the_server_fills_in_what_a_job_leaves_open() {
        job("suspend: true");

        JsonNode job = job();

        assertThat(job.at("/spec/completions").asInt()).isEqualTo(1);
        assertThat(job.at("/spec/parallelism").asInt()).isEqualTo(1);
        assertThat(job.at("/spec/backoffLimit").asInt()).isEqualTo(6);
        assertThat(job.at("/spec/completionMode").asText()).isEqualTo("NonIndexed");
        assertThat(job.at("/spec/manualSelector").asText()).isEqualTo("false");
        assertThat(job.at("/spec/podReplacementPolicy").asText()).isEqualTo("TerminatingOrFailed");
        assertThat(job.at("/metadata/labels")).isEqualTo(job.at("/spec/template/metadata/labels"));
        assertThat(job.at("/metadata/labels")
                        .path("batch.kubernetes.io/job-name")
                        .asText())
                .isEqualTo("work");
    }

    @Test
    void every_mistake_in_a_job_is_named() {
        String message = refusalOf("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: work}
                spec:
                  parallelism: -1
                  completionMode: Indexed
                  template:
                    spec: {containers: [{name: main, image: "app:1", command: [sleep, infinity]}]}
                """);

        assertThat(message)
                .contains("spec.parallelism: Invalid value: -1: must be greater than or equal to 0")
                .contains("spec.completions: Required value: when completion mode is Indexed")
                .contains("spec.template.spec.restartPolicy: Required value: valid values: \"OnFailure\", \"Never\"");
    }

    @Test
    void the_template_of_a_job_never_changes() {
        job("parallelism: 1");

        var refusal = refusal(() -> setImage("batch/v1", "Job", "work", "app:2"));

        assertThat(refusal.getCode()).isEqualTo(422);
        assertThat(refusal.getStatus().getMessage())
                .startsWith("Job.batch \"work\" is invalid: spec.template: Invalid value: ")
                .endsWith(": field is immutable");
    }

    @Test
    void kubectl_sees_a_job_in_columns() {
        job("completions: 3\n  parallelism: 1");
        awaitRunning(1);

        var lines = table("/apis/batch/v1/namespaces/NS/jobs");

        assertThat(lines.getFirst())
                .containsExactly(
                        "Name", "Status", "Completions", "Duration", "Age", "Containers", "Images", "Selector");
        assertThat(lines.get(1)).startsWith("work", "Running", "0/3");
    }
}
