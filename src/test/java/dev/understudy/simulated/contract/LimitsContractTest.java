package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class LimitsContractTest extends ServerContract {
    private void limits(String item) {
        create("""
                apiVersion: v1
                kind: LimitRange
                metadata: {name: limits}
                spec:
                  limits:
                    - %s
                """.formatted(item));
        // the real server reads limits from a cache that follows
        eventually(
                () -> assertThat(get("/api/v1/namespaces/NS/limitranges/limits").isMissingNode())
                        .isFalse());
    }

    private JsonNode pod(String name, String resources) {
        create("""
                apiVersion: v1
                kind: Pod
                metadata: {name: %s}
                spec:
                  nodeSelector: {"us": "nowhere"}
                  containers: [{name: web, image: "web:1", resources: {%s}}]
                """.formatted(name, resources));
        return get("/api/v1/namespaces/NS/pods/" + name);
    }

    private void refuses(String resources, String why) {
        eventually(() -> {
            var refusal = refusal(() -> {
                pod("web", resources);
                client.pods()
                        .inNamespace(namespace)
                        .withName("web")
                        .withGracePeriod(0)
                        .delete();
            });
            assertThat(refusal.getCode()).isEqualTo(403);
            assertThat(refusal.getStatus().getMessage()).isEqualTo("pods \"web\" is forbidden: " + why);
        });
    }

    @Test
    void containers_get_the_requests_and_limits_that_they_leave_out() {
        limits("{type: Container, default: {memory: 256Mi, cpu: 500m}, defaultRequest: {memory: 128Mi}}");

        eventually(() -> {
            client.pods()
                    .inNamespace(namespace)
                    .withName("web")
                    .withGracePeriod(0)
                    .delete();
            JsonNode pod = pod("web", "requests: {memory: 200Mi}");

            assertThat(pod.at("/spec/containers/0/resources/limits/cpu").asText())
                    .isEqualTo("500m");
            assertThat(pod.at("/spec/containers/0/resources/limits/memory").asText())
                    .isEqualTo("256Mi");
            assertThat(pod.at("/spec/containers/0/resources/requests/cpu").asText())
                    .isEqualTo("500m");
            assertThat(pod.at("/spec/containers/0/resources/requests/memory").asText())
                    .isEqualTo("200Mi");
            assertThat(pod.at("/metadata/annotations/kubernetes.io~1limit-ranger")
                            .asText())
                    .isEqualTo("LimitRanger plugin set: cpu request for container web; cpu, memory limit for"
                            + " container web");
        });
    }

    @Test
    void the_largest_is_also_the_default_where_a_range_names_none() {
        limits("{type: Container, max: {memory: 1Gi}}");

        JsonNode range = get("/api/v1/namespaces/NS/limitranges/limits");

        assertThat(range.at("/spec/limits/0/default/memory").asText()).isEqualTo("1Gi");
        assertThat(range.at("/spec/limits/0/defaultRequest/memory").asText()).isEqualTo("1Gi");
    }

    @Test
    void a_container_that_wants_too_much_is_refused() {
        limits("{type: Container, max: {memory: 1Gi}}");

        refuses("limits: {memory: 2Gi}", "maximum memory usage per Container is 1Gi, but limit is 2Gi");
    }

    @Test
    void a_container_that_asks_for_too_little_is_refused() {
        limits("{type: Container, min: {cpu: 100m}}");

        refuses("requests: {cpu: 50m}", "minimum cpu usage per Container is 100m, but request is 50m");
    }

    @Test
    void limits_may_not_be_too_far_above_requests() {
        limits("{type: Container, maxLimitRequestRatio: {cpu: 2}}");

        refuses(
                "requests: {cpu: 100m}, limits: {cpu: 300m}",
                "cpu max limit to request ratio per Container is 2, but provided ratio is 3.000000");
    }

    @Test
    void a_whole_pod_has_limits_too_and_every_broken_one_is_named() {
        limits("{type: Pod, max: {cpu: 1}, min: {memory: 100Mi}}");

        refuses(
                "limits: {cpu: 2}",
                "[minimum memory usage per Pod is 100Mi.  No request is specified, maximum cpu usage per Pod is 1, but"
                        + " limit is 2]");
    }

    @Test
    void a_claim_for_too_much_storage_is_refused() {
        limits("{type: PersistentVolumeClaim, max: {storage: 1Gi}}");

        eventually(() -> {
            var refusal = refusal(() -> {
                create("""
                    apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata: {name: data}
                    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 2Gi}}}
                    """);
                client.persistentVolumeClaims()
                        .inNamespace(namespace)
                        .withName("data")
                        .delete();
            });
            assertThat(refusal.getStatus().getMessage())
                    .isEqualTo("persistentvolumeclaims \"data\" is forbidden: maximum storage usage per"
                            + " PersistentVolumeClaim is 1Gi, but request is 2Gi");
        });
    }

    @Test
    void a_range_that_contradicts_itself_is_refused() {
        var refusal = refusal(() -> limits("{type: Container, min: {memory: 2Gi}, max: {memory: 1Gi}}"));

        assertThat(refusal.getCode()).isEqualTo(422);
        assertThat(refusal.getStatus().getMessage())
                .contains("spec.limits[0].min[memory]: Invalid value: \"2Gi\": min value 2Gi is greater than max value"
                        + " 1Gi");
    }
}
