package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Kinds that are served in two versions or groups. */
class VersionsContractTest extends ServerContract {
    private static final String V1 = "/apis/autoscaling/v1/namespaces/NS/horizontalpodautoscalers";
    private static final String V2 = "/apis/autoscaling/v2/namespaces/NS/horizontalpodautoscalers";
    private static final String EVENTS = "/apis/events.k8s.io/v1/namespaces/NS/events";
    private static final String CORE_EVENTS = "/api/v1/namespaces/NS/events";

    private void autoscaler(String target) {
        Answer made = post(
                V1,
                "{'apiVersion': 'autoscaling/v1', 'kind': 'HorizontalPodAutoscaler',"
                        + " 'metadata': {'name': 'web'}, 'spec': {'maxReplicas': 3,"
                        + " 'scaleTargetRef': {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'web'}"
                        + target + "}}");
        assertThat(made.code()).isEqualTo(201);
    }

    private void richAutoscaler() {
        create("""
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: web}
                spec:
                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
                  maxReplicas: 3
                  metrics:
                    - {type: Resource, resource: {name: memory, target: {type: AverageValue, averageValue: 100Mi}}}
                    - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 40}}}
                    - {type: Pods, pods: {metric: {name: rps}, target: {type: AverageValue, averageValue: 10}}}
                """);
    }

    @Test
    void discovery_prefers_the_second_version_of_autoscalers() {
        JsonNode group = get("/apis/autoscaling");

        assertThat(group.at("/preferredVersion/version").asText()).isEqualTo("v2");
        assertThat(group.path("versions").findValuesAsText("version")).containsExactly("v2", "v1");
    }

    @Test
    void an_autoscaler_of_the_first_version_reads_as_one_with_a_cpu_metric() {
        autoscaler(", 'targetCPUUtilizationPercentage': 50");

        JsonNode spec = get(V2 + "/web").path("spec");

        assertThat(spec.path("minReplicas").asInt()).isEqualTo(1);
        assertThat(spec.path("metrics").toString())
                .isEqualTo("[{\"type\":\"Resource\",\"resource\":{\"name\":\"cpu\",\"target\":"
                        + "{\"type\":\"Utilization\",\"averageUtilization\":50}}}]");
        assertThat(get(V1 + "/web").at("/spec/targetCPUUtilizationPercentage").asInt())
                .isEqualTo(50);
        assertThat(get(V1).at("/items/0/spec/targetCPUUtilizationPercentage").asInt())
                .isEqualTo(50);
    }

    @Test
    void an_autoscaler_of_the_first_version_has_a_default_target() {
        autoscaler("");

        assertThat(get(V1 + "/web").at("/spec/targetCPUUtilizationPercentage").asInt())
                .isEqualTo(80);
    }

    @Test
    void the_first_version_carries_other_metrics_in_an_annotation() {
        richAutoscaler();

        JsonNode shown = get(V1 + "/web");

        assertThat(shown.at("/spec/targetCPUUtilizationPercentage").asInt()).isEqualTo(40);
        assertThat(shown.path("metadata")
                        .path("annotations")
                        .path("autoscaling.alpha.kubernetes.io/metrics")
                        .asText())
                .isEqualTo(
                        "[{\"type\":\"Resource\",\"resource\":{\"name\":\"memory\",\"targetAverageValue\":\"100Mi\"}},"
                                + "{\"type\":\"Pods\",\"pods\":{\"metricName\":\"rps\",\"targetAverageValue\":\"10\"}}]");
    }

    @Test
    void a_change_by_the_first_version_keeps_what_only_the_second_can_say() {
        richAutoscaler();

        Answer patched = send(
                "PATCH",
                V1 + "/web",
                "application/merge-patch+json",
                "{'spec': {'maxReplicas': 5, 'targetCPUUtilizationPercentage': 60}}");

        assertThat(patched.code()).isEqualTo(200);
        JsonNode stored = get(V2 + "/web");
        assertThat(stored.path("metadata").has("annotations")).isFalse();
        assertThat(stored.at("/spec/maxReplicas").asInt()).isEqualTo(5);
        assertThat(stored.at("/spec/metrics").findValuesAsText("type"))
                .containsExactly("Resource", "AverageValue", "Pods", "AverageValue", "Resource", "Utilization");
        assertThat(stored.at("/spec/metrics/2/resource/target/averageUtilization")
                        .asInt())
                .isEqualTo(60);
    }

    @Test
    void an_autoscaler_goes_by_either_version() {
        autoscaler("");

        Answer removed = remove(V1 + "/web");

        assertThat(removed.code()).isEqualTo(200);
        assertThat(fetch(V2 + "/web").code()).isEqualTo(404);
    }

    @Test
    void a_wrong_autoscaler_of_the_first_version_is_refused_in_the_words_of_the_second() {
        Answer refused = post(
                V1,
                "{'metadata': {'name': 'web'}, 'spec': {'maxReplicas': 0,"
                        + " 'targetCPUUtilizationPercentage': -1, 'scaleTargetRef': {'kind': 'Deployment', 'name': 'web'}}}");

        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.message())
                .isEqualTo("HorizontalPodAutoscaler.autoscaling \"web\" is invalid: [spec.maxReplicas: Required value:"
                        + " must be set and greater than 0, spec.maxReplicas: Invalid value: 0: must be greater than or"
                        + " equal to `minReplicas`, spec.scaleTargetRef.apiVersion: Invalid value: \"\": apiVersion must"
                        + " specify API group, spec.metrics[0].resource.target.averageUtilization: Invalid value:"
                        + " -1: must be greater than 0]");
    }

    private static final String NEWS = "{'apiVersion': 'events.k8s.io/v1', 'kind': 'Event',"
            + " 'metadata': {'name': 'news'}, 'regarding': {'kind': 'Pod', 'name': 'web', 'namespace': 'NS'},"
            + " 'type': 'Normal', 'reason': 'Odd', 'note': 'something odd', 'action': 'Looking',"
            + " 'reportingController': 'tower.example/watcher', 'reportingInstance': 'tower-1',"
            + " 'eventTime': '2026-01-01T00:00:00.000000Z',"
            + " 'series': {'count': 3, 'lastObservedTime': '2026-01-01T00:00:05.000000Z'}}";

    @Test
    void an_event_of_the_events_group_reads_as_one_of_the_core() {
        Answer made = post(EVENTS, NEWS);

        assertThat(made.code()).isEqualTo(201);
        assertThat(made.body().path("deprecatedSource").isObject()).isTrue();
        JsonNode core = get(CORE_EVENTS + "/news");
        assertThat(core.path("apiVersion").asText()).isEqualTo("v1");
        assertThat(core.path("message").asText()).isEqualTo("something odd");
        assertThat(core.at("/involvedObject/name").asText()).isEqualTo("web");
        assertThat(core.path("reportingComponent").asText()).isEqualTo("tower.example/watcher");
        assertThat(core.path("reportingInstance").asText()).isEqualTo("tower-1");
        assertThat(core.at("/series/count").asInt()).isEqualTo(3);
        assertThat(core.at("/metadata/managedFields/0/apiVersion").asText()).isEqualTo("events.k8s.io/v1");
    }

    @Test
    void an_event_of_the_core_reads_as_one_of_the_events_group() {
        create("""
                apiVersion: v1
                kind: Event
                metadata: {name: seen}
                involvedObject: {kind: Pod, name: web, namespace: %s}
                type: Warning
                reason: Odd
                message: something odd
                count: 3
                source: {component: watcher}
                firstTimestamp: "2026-01-01T00:00:00Z"
                lastTimestamp: "2026-01-01T00:00:05Z"
                """.formatted(namespace));

        JsonNode event = get(EVENTS + "/seen");

        assertThat(event.path("apiVersion").asText()).isEqualTo("events.k8s.io/v1");
        assertThat(event.path("note").asText()).isEqualTo("something odd");
        assertThat(event.at("/regarding/name").asText()).isEqualTo("web");
        assertThat(event.path("deprecatedCount").asInt()).isEqualTo(3);
        assertThat(event.at("/deprecatedSource/component").asText()).isEqualTo("watcher");
        assertThat(event.path("deprecatedLastTimestamp").asText()).isEqualTo("2026-01-01T00:00:05Z");
    }

    @Test
    void an_event_of_the_events_group_may_be_changed_and_removed() {
        post(EVENTS, NEWS);

        Answer patched = send("PATCH", EVENTS + "/news", "application/merge-patch+json", "{'series': {'count': 4}}");

        assertThat(patched.code()).isEqualTo(200);
        assertThat(get(CORE_EVENTS + "/news").at("/series/count").asInt()).isEqualTo(4);
        assertThat(remove(EVENTS + "/news").code()).isEqualTo(200);
        assertThat(fetch(CORE_EVENTS + "/news").code()).isEqualTo(404);
    }

    @Test
    void an_event_of_the_events_group_needs_a_time_and_a_type() {
        Answer refused = post(
                EVENTS,
                "{'metadata': {'name': 'bad'},"
                        + " 'regarding': {'kind': 'Pod', 'name': 'web', 'namespace': 'NS'}, 'note': 'something odd'}");

        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.message())
                .isEqualTo("Event \"bad\" is invalid: [eventTime: Required value, type: Invalid value: \"\": has"
                        + " invalid value: ]");
    }

    @Test
    void an_event_of_the_events_group_says_nothing_outdated() {
        Answer refused = post(
                EVENTS,
                NEWS.replace("'count': 3, 'lastObservedTime': '2026-01-01T00:00:05.000000Z'", "'count': 1")
                        .replaceFirst(
                                "}$",
                                ", 'deprecatedCount': 3, 'deprecatedFirstTimestamp': '2026-01-01T00:00:00Z',"
                                        + " 'deprecatedLastTimestamp': '2026-01-01T00:00:00Z',"
                                        + " 'deprecatedSource': {'host': 'a'}}"));

        assertThat(refused.message())
                .isEqualTo("Event \"news\" is invalid: [series.count: Invalid value: \"\": should be at least 2,"
                        + " series.lastObservedTime: Required value, firstTimestamp: Invalid value: \"\": needs to be"
                        + " unset, lastTimestamp: Invalid value: \"\": needs to be unset, count: Invalid value: \"\":"
                        + " needs to be unset, source: Invalid value: \"\": needs to be unset]");
    }

    @Test
    void an_event_lives_in_the_namespace_of_what_it_is_about() {
        Answer refused =
                post(CORE_EVENTS, "{'metadata': {'name': 'lost'}, 'involvedObject': {'kind': 'Pod', 'name': 'web'}}");

        assertThat(refused.message())
                .isEqualTo("Event \"lost\" is invalid: involvedObject.namespace: Invalid value: \"\": does not match"
                        + " event.namespace");
    }

    @Test
    void the_events_of_a_watch_come_in_the_version_asked_for() {
        autoscaler(", 'targetCPUUtilizationPercentage': 50");

        Answer first = fetch(V1 + "?watch=true&timeoutSeconds=1");

        assertThat(first.body().path("type").asText()).isEqualTo("ADDED");
        assertThat(first.body()
                        .at("/object/spec/targetCPUUtilizationPercentage")
                        .asInt())
                .isEqualTo(50);
    }
}
