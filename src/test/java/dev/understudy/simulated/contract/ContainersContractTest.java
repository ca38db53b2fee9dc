package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The lives of containers. */
class ContainersContractTest extends ServerContract {
    private static final String IMAGE = "busybox:1.37";

    /** Creates a pod whose spec is given as lines of YAML; {@code IMAGE} stands for one that there is. */
    private void pod(String spec) {
        create("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
            %s""".formatted(spec.replace("IMAGE", IMAGE).indent(2)));
    }

    private JsonNode pod() {
        return get("/api/v1/namespaces/NS/pods/web");
    }

    private JsonNode web() {
        return pod().at("/status/containerStatuses/0");
    }

    private String waiting() {
        return web().at("/state/waiting/reason").asText();
    }

    private String phase() {
        return pod().at("/status/phase").asText();
    }

    private List<String> said(String reason) {
        return StreamSupport.stream(
                        get("/api/v1/namespaces/NS/events").path("items").spliterator(), false)
                .filter(event -> event.path("reason").asText().equals(reason))
                .map(event -> event.path("message").asText())
                .toList();
    }

    @Test
    @RunsContainers
    void a_container_is_created_and_started_and_it_is_told() {
        pod("containers: [{name: web, image: IMAGE, command: [sleep, '3600']}]");

        eventually(() -> assertThat(web().path("ready").asBoolean()).isTrue());

        assertThat(web().path("started").asBoolean()).isTrue();
        assertThat(said("Created")).containsExactly("Container created");
        assertThat(said("Started")).containsExactly("Container started");
        assertThat(said("Pulled")).hasSize(1);
    }

    @Test
    @RunsContainers
    void a_container_that_crashes_is_restarted_and_backs_off() {
        pod("containers: [{name: web, image: IMAGE, command: [sh, -c, exit 3]}]");

        eventually(() -> assertThat(waiting()).isEqualTo("CrashLoopBackOff"));

        assertThat(web().at("/lastState/terminated/exitCode").asInt()).isEqualTo(3);
        assertThat(web().at("/lastState/terminated/reason").asText()).isEqualTo("Error");
        assertThat(web().at("/state/waiting/message").asText())
                .matches("back-off \\d+s restarting failed container=web pod=web_" + namespace + "\\(.+\\)");
        assertThat(phase()).isEqualTo("Running");
        eventually(() -> assertThat(said("BackOff"))
                .anyMatch(message -> message.startsWith("Back-off restarting failed container web in pod web_")));
    }

    @Test
    @RunsContainers
    void a_pod_that_is_not_restarted_succeeds_or_fails_with_its_containers() {
        pod("""
            restartPolicy: Never
            containers: [{name: web, image: IMAGE, command: ['true']}]
            """);
        create("""
            apiVersion: v1
            kind: Pod
            metadata: {name: other}
            spec:
              restartPolicy: Never
              containers: [{name: web, image: "%s", command: ['false']}]
            """.formatted(IMAGE));

        eventually(() -> {
            assertThat(phase()).isEqualTo("Succeeded");
            assertThat(get("/api/v1/namespaces/NS/pods/other")
                            .at("/status/phase")
                            .asText())
                    .isEqualTo("Failed");
        });
        assertThat(web().at("/state/terminated/reason").asText()).isEqualTo("Completed");
        assertThat(pod().at("/status/conditions")).anySatisfy(condition -> {
            assertThat(condition.path("type").asText()).isEqualTo("Ready");
            assertThat(condition.path("reason").asText()).isEqualTo("PodCompleted");
        });
    }

    @Test
    @RunsContainers
    void init_containers_run_one_after_the_other_before_the_others() {
        pod("""
            initContainers:
              - {name: one, image: IMAGE, command: [sh, -c, exit 0]}
              - {name: two, image: IMAGE, command: [sleep, '1']}
            containers: [{name: web, image: IMAGE, command: [sleep, '3600']}]
            """);

        eventually(() -> assertThat(web().path("ready").asBoolean()).isTrue());

        JsonNode init = pod().at("/status/initContainerStatuses");
        String oneEnded = init.at("/0/state/terminated/finishedAt").asText();
        String twoBegan = init.at("/1/state/terminated/startedAt").asText();
        assertThat(oneEnded).isLessThanOrEqualTo(twoBegan);
        assertThat(init.at("/1/state/terminated/reason").asText()).isEqualTo("Completed");
    }

    @Test
    @RunsContainers
    void an_init_container_that_fails_holds_the_others_up() {
        pod("""
            initContainers: [{name: one, image: IMAGE, command: ['false']}]
            containers: [{name: web, image: IMAGE, command: [sleep, '3600']}]
            """);

        eventually(() -> assertThat(pod().at("/status/initContainerStatuses/0/state/waiting/reason")
                        .asText())
                .isEqualTo("CrashLoopBackOff"));

        assertThat(waiting()).isEqualTo("PodInitializing");
        assertThat(phase()).isEqualTo("Pending");
    }

    @Test
    @RunsContainers
    void an_image_that_cannot_be_pulled_is_tried_again_and_again() {
        pod("containers: [{name: web, image: 'registry.invalid/web:1'}]");

        eventually(() -> assertThat(waiting()).isEqualTo("ImagePullBackOff"));
        eventually(() -> assertThat(waiting()).isEqualTo("ErrImagePull"));

        assertThat(phase()).isEqualTo("Pending");
        assertThat(said("Failed")).contains("Error: ErrImagePull", "Error: ImagePullBackOff");
        assertThat(said("BackOff")).contains("Back-off pulling image \"registry.invalid/web:1\"");
    }

    @Test
    @RunsContainers
    void an_image_that_is_never_pulled_must_be_there() {
        pod("containers: [{name: web, image: 'registry.invalid/web:1', imagePullPolicy: Never}]");

        eventually(() -> assertThat(waiting()).isEqualTo("ErrImageNeverPull"));

        assertThat(web().at("/state/waiting/message").asText())
                .isEqualTo("Container image \"registry.invalid/web:1\" is not present with pull policy of Never");
    }

    @Test
    @RunsContainers
    void a_name_that_no_image_can_have_is_said_to_be_invalid() {
        pod("containers: [{name: web, image: 'Web:1'}]");

        eventually(() -> assertThat(waiting()).isEqualTo("InvalidImageName"));
    }

    @Test
    @RunsContainers
    void a_container_waits_for_the_configuration_of_its_variables() {
        pod("""
            containers:
              - name: web
                image: IMAGE
                command: [sleep, '3600']
                envFrom: [{configMapRef: {name: shop-config}}]
            """);
        eventually(() -> assertThat(waiting()).isEqualTo("CreateContainerConfigError"));
        assertThat(web().at("/state/waiting/message").asText()).isEqualTo("configmap \"shop-config\" not found");

        create("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shop-config}\ndata: {URL: x}\n");

        eventually(() -> assertThat(web().path("ready").asBoolean()).isTrue());
    }

    @Test
    @RunsContainers
    void a_pod_waits_for_the_configuration_in_its_volumes() {
        pod("""
            volumes: [{name: config, secret: {secretName: shop-secret}}]
            containers: [{name: web, image: IMAGE, command: [sleep, '3600']}]
            """);
        eventually(() -> assertThat(said("FailedMount"))
                .contains("MountVolume.SetUp failed for volume \"config\" : secret \"shop-secret\" not found"));
        assertThat(waiting()).isEqualTo("ContainerCreating");

        create("apiVersion: v1\nkind: Secret\nmetadata: {name: shop-secret}\n");

        eventually(() -> assertThat(web().path("ready").asBoolean()).isTrue());
    }

    @Test
    @RunsContainers
    void a_container_that_fails_its_liveness_probe_is_restarted() {
        pod("""
            terminationGracePeriodSeconds: 1
            containers:
              - name: web
                image: IMAGE
                command: [sleep, '3600']
                ports: [{containerPort: 8080}]
                livenessProbe: {tcpSocket: {port: 9999}, periodSeconds: 1, failureThreshold: 2}
            """);

        eventually(() -> assertThat(web().path("restartCount").asInt()).isPositive());

        assertThat(said("Killing")).contains("Container web failed liveness probe, will be restarted");
        assertThat(said("Unhealthy"))
                .anyMatch(message ->
                        message.matches("Liveness probe failed: dial tcp [\\d.]+:9999: connect: connection refused"));
    }

    @Test
    @RunsContainers
    void a_container_that_fails_its_readiness_probe_runs_on_unready() {
        pod("""
            containers:
              - name: web
                image: IMAGE
                command: [sleep, '3600']
                readinessProbe: {exec: {command: ['false']}, periodSeconds: 1}
            """);

        eventually(() -> assertThat(said("Unhealthy")).anyMatch(said -> said.startsWith("Readiness probe failed:")));

        assertThat(phase()).isEqualTo("Running");
        assertThat(web().path("ready").asBoolean()).isFalse();
        assertThat(web().path("restartCount").asInt()).isZero();
        assertThat(pod().at("/status/conditions")).anySatisfy(condition -> {
            assertThat(condition.path("type").asText()).isEqualTo("Ready");
            assertThat(condition.path("reason").asText()).isEqualTo("ContainersNotReady");
            assertThat(condition.path("message").asText()).isEqualTo("containers with unready status: [web]");
        });
    }

    @Test
    @RunsContainers
    void a_pod_past_its_deadline_fails() {
        pod("""
            activeDeadlineSeconds: 1
            terminationGracePeriodSeconds: 1
            containers: [{name: web, image: IMAGE, command: [sleep, '3600']}]
            """);

        eventually(() -> assertThat(phase()).isEqualTo("Failed"));

        assertThat(pod().at("/status/reason").asText()).isEqualTo("DeadlineExceeded");
    }

    @Test
    @RunsContainers
    void a_command_given_as_arguments_alone_decides_how_its_pod_ends() {
        pod("""
            restartPolicy: Never
            containers: [{name: web, image: IMAGE, args: [sh, -c, 'echo a; sleep 1; echo b; exit 7']}]
            """);

        eventually(() -> assertThat(phase()).isEqualTo("Failed"));

        assertThat(web().at("/state/terminated/exitCode").asInt()).isEqualTo(7);
        assertThat(client.pods().inNamespace(namespace).withName("web").getLog())
                .isEqualTo("a\nb\n");
    }

    @Test
    @RunsContainers
    void a_pod_whose_command_loops_before_it_gives_up_fails_with_its_code() {
        pod("""
            restartPolicy: Never
            containers:
              - name: web
                image: IMAGE
                command: [sh, -c, 'for i in 1 2 3; do echo try $i; sleep 1; done; echo giving up; exit 1']
            """);

        eventually(() -> assertThat(phase()).isEqualTo("Failed"));

        assertThat(web().at("/state/terminated/exitCode").asInt()).isEqualTo(1);
        assertThat(client.pods().inNamespace(namespace).withName("web").getLog())
                .isEqualTo("try 1\ntry 2\ntry 3\ngiving up\n");
    }

    @Test
    @RunsContainers
    void an_init_container_waits_until_what_it_asks_for_is_there() {
        pod("""
            initContainers:
              - name: one
                image: IMAGE
                command: [sh, -c, 'until nslookup late; do sleep 0.2; done']
            containers: [{name: web, image: IMAGE, command: [sleep, '3600']}]
            """);
        eventually(() -> assertThat(pod().at("/status/initContainerStatuses/0/state/running")
                        .isObject())
                .isTrue());

        create("""
            apiVersion: v1
            kind: Service
            metadata: {name: late}
            spec: {ports: [{port: 80}]}
            """);

        eventually(() -> assertThat(web().path("ready").asBoolean()).isTrue());
    }
}
