package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EphemeralContractTest extends ServerContract {
    private static final String POD = "/api/v1/namespaces/NS/pods/one";
    private static final String PART = POD + "/ephemeralcontainers";
    private static final String STRATEGIC = "application/strategic-merge-patch+json";

    @BeforeEach
    void fill() {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: one}
                spec: {terminationGracePeriodSeconds: 0, containers: [{name: main, image: "busybox:1", command: [sleep, infinity]}]}
                """);
        eventually(
                () -> assertThat(fetch(POD).body().at("/status/phase").asText()).isEqualTo("Running"));
    }

    private Answer add(String container) {
        return send("PATCH", PART, STRATEGIC, "{'spec':{'ephemeralContainers':[" + container + "]}}");
    }

    @Test
    void a_container_for_debugging_is_added_to_a_pod_that_runs() {
        var answer = add("{'name':'debug','image':'busybox','targetContainerName':'main','stdin':true}");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.body().at("/spec/ephemeralContainers/0/name").asText())
                .isEqualTo("debug");
        assertThat(answer.body()
                        .at("/spec/ephemeralContainers/0/imagePullPolicy")
                        .asText())
                .isEqualTo("Always");
        assertThat(answer.body().at("/metadata/generation").asInt()).isEqualTo(2);
    }

    @Test
    void a_container_for_debugging_stays_as_it_came() {
        add("{'name':'debug','image':'busybox'}");

        var changed = add("{'name':'debug','image':'busybox:2'}");
        var removed = send(
                "PATCH", PART, "application/json-patch+json", "[{'op':'remove','path':'/spec/ephemeralContainers/0'}]");

        assertThat(changed.code()).isEqualTo(422);
        assertThat(changed.message())
                .startsWith("Pod \"one\" is invalid: spec.ephemeralContainers: Forbidden: existing ephemeral containers"
                        + " \"debug\" may not be changed");
        assertThat(removed.message())
                .isEqualTo("Pod \"one\" is invalid: spec.ephemeralContainers: Forbidden: existing ephemeral containers"
                        + " \"debug\" may not be removed\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'name':'main','image':'busybox'} | spec.ephemeralContainers[0].name: Duplicate value: "main"
            {'name':'debug','image':'busybox','targetContainerName':'none'} | spec.ephemeralContainers[0].targetContainerName: Not found: "none"
            {'name':'debug','image':'busybox','ports':[{'containerPort':80}]} | spec.ephemeralContainers[0].ports: Forbidden: cannot be set for an Ephemeral Container
            {'name':'debug'} | spec.ephemeralContainers[0].image: Required value
            """)
    void a_container_for_debugging_that_cannot_be_is_refused(String container, String why) {
        var answer = add(container);

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message()).isEqualTo("Pod \"one\" is invalid: " + why);
    }

    @Test
    void whatever_else_is_patched_there_is_passed_over() {
        var answer =
                send("PATCH", PART, STRATEGIC, "{'metadata':{'labels':{'a':'b'}},'spec':{'activeDeadlineSeconds':50}}");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.body().at("/metadata/labels/a").isMissingNode()).isTrue();
        assertThat(answer.body().at("/spec/activeDeadlineSeconds").isMissingNode())
                .isTrue();
    }

    @Test
    void a_container_for_debugging_comes_neither_with_the_pod_nor_with_its_other_changes() {
        var created = post("/api/v1/namespaces/NS/pods", """
                {'metadata':{'name':'two'},'spec':{'containers':[{'name':'a','image':'b'}],
                 'ephemeralContainers':[{'name':'x','image':'y'}]}}
                """);
        var patched =
                send("PATCH", POD, STRATEGIC, "{'spec':{'ephemeralContainers':[{'name':'debug','image':'busybox'}]}}");

        assertThat(created.message())
                .isEqualTo("Pod \"two\" is invalid: spec.ephemeralContainers: Forbidden: cannot be set on create");
        assertThat(patched.message())
                .startsWith("Pod \"one\" is invalid: spec: Forbidden: pod updates may not change fields other than");
    }

    @RunsContainers
    @Test
    void a_container_for_debugging_runs_its_command_once() {
        add("{'name':'debug','image':'busybox','command':['sh','-c','echo found; exit 3']}");

        eventually(() -> assertThat(fetch(POD)
                        .body()
                        .at("/status/ephemeralContainerStatuses/0/state/terminated/exitCode")
                        .asInt())
                .isEqualTo(3));
        assertThat(client.pods()
                        .inNamespace(namespace)
                        .withName("one")
                        .inContainer("debug")
                        .getLog())
                .isEqualTo("found\n");
    }
}
