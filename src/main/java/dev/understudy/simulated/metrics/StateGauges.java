package dev.understudy.simulated.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.network.Peer;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What kube-state-metrics says of objects, in its names; of pods also whether they are up. */
final class StateGauges {
    static final Map<Kind, Function<ObjectNode, Map<Labels, Double>>> BY_KIND = Map.of(
            Kinds.DEPLOYMENT, StateGauges::deployment,
            Kinds.STATEFUL_SET, StateGauges::statefulSet,
            Kinds.DAEMON_SET, StateGauges::daemonSet,
            Kinds.AUTOSCALER, StateGauges::autoscaler,
            Kinds.JOB, StateGauges::job,
            Kinds.NODE, StateGauges::node,
            Kinds.POD, StateGauges::pod);

    private static final List<String> PHASES = List.of("Pending", "Running", "Succeeded", "Failed", "Unknown");
    private static final List<String> ANSWERS = List.of("True", "False", "Unknown");

    private final Map<Labels, Double> gauges = new HashMap<>();
    private final ObjectNode object;
    private final List<String> identity;

    private StateGauges(ObjectNode object, String kind) {
        this.object = object;
        this.identity = kind.equals("node")
                ? List.of(kind, Meta.name(object))
                : List.of("namespace", Meta.namespace(object), kind, Meta.name(object));
    }

    private static Map<Labels, Double> deployment(ObjectNode object) {
        StateGauges made = new StateGauges(object, "deployment");
        made.number("kube_deployment_spec_replicas", "/spec/replicas");
        made.number("kube_deployment_status_replicas", "/status/replicas");
        made.number("kube_deployment_status_replicas_ready", "/status/readyReplicas");
        made.number("kube_deployment_status_replicas_available", "/status/availableReplicas");
        made.number("kube_deployment_status_replicas_unavailable", "/status/unavailableReplicas");
        made.number("kube_deployment_status_replicas_updated", "/status/updatedReplicas");
        return made.gauges;
    }

    private static Map<Labels, Double> statefulSet(ObjectNode object) {
        StateGauges made = new StateGauges(object, "statefulset");
        made.number("kube_statefulset_replicas", "/spec/replicas");
        made.number("kube_statefulset_status_replicas", "/status/replicas");
        made.number("kube_statefulset_status_replicas_ready", "/status/readyReplicas");
        return made.gauges;
    }

    private static Map<Labels, Double> daemonSet(ObjectNode object) {
        StateGauges made = new StateGauges(object, "daemonset");
        made.number("kube_daemonset_status_desired_number_scheduled", "/status/desiredNumberScheduled");
        made.number("kube_daemonset_status_number_ready", "/status/numberReady");
        return made.gauges;
    }

    private static Map<Labels, Double> autoscaler(ObjectNode object) {
        StateGauges made = new StateGauges(object, "horizontalpodautoscaler");
        made.number("kube_horizontalpodautoscaler_spec_max_replicas", "/spec/maxReplicas");
        made.number("kube_horizontalpodautoscaler_status_current_replicas", "/status/currentReplicas");
        made.number("kube_horizontalpodautoscaler_status_desired_replicas", "/status/desiredReplicas");
        return made.gauges;
    }

    private static Map<Labels, Double> job(ObjectNode object) {
        StateGauges made = new StateGauges(object, "job_name");
        made.number("kube_job_status_active", "/status/active");
        made.number("kube_job_status_succeeded", "/status/succeeded");
        made.number("kube_job_status_failed", "/status/failed");
        return made.gauges;
    }

    private static Map<Labels, Double> node(ObjectNode object) {
        StateGauges made = new StateGauges(object, "node");
        boolean cordoned = object.path("spec").path("unschedulable").asBoolean();
        made.put("kube_node_spec_unschedulable", cordoned ? 1 : 0);
        object.path("status")
                .path("conditions")
                .forEach(condition -> ANSWERS.forEach(answer -> made.put(
                        "kube_node_status_condition",
                        condition.path("status").asText().equals(answer) ? 1 : 0,
                        "condition",
                        condition.path("type").asText(),
                        "status",
                        answer.toLowerCase(Locale.ROOT))));
        return made.gauges;
    }

    private static Map<Labels, Double> pod(ObjectNode object) {
        StateGauges made = new StateGauges(object, "pod");
        JsonNode status = object.path("status");
        PHASES.forEach(phase ->
                made.put("kube_pod_status_phase", status.path("phase").asText().equals(phase) ? 1 : 0, "phase", phase));
        String ready = status.path("conditions")
                .valueStream()
                .filter(condition -> condition.path("type").asText().equals("Ready"))
                .map(condition -> condition.path("status").asText())
                .findFirst()
                .orElse("False");
        ANSWERS.forEach(answer -> made.put(
                "kube_pod_status_ready", ready.equals(answer) ? 1 : 0, "condition", answer.toLowerCase(Locale.ROOT)));
        status.path("containerStatuses").forEach(made::container);
        made.put("up", Peer.of(object).running() ? 1 : 0, "job", "pods");
        return made.gauges;
    }

    private void container(JsonNode container) {
        String name = container.path("name").asText();
        put(
                "kube_pod_container_status_restarts_total",
                container.path("restartCount").asInt(),
                "container",
                name);
        String reason = container.path("state").path("waiting").path("reason").asText();
        if (!reason.isEmpty()) {
            put("kube_pod_container_status_waiting_reason", 1, "container", name, "reason", reason);
        }
    }

    private void number(String metric, String pointer) {
        put(metric, object.at(pointer).asDouble());
    }

    private void put(String metric, double value, String... more) {
        String[] pairs = new String[identity.size() + more.length];
        identity.toArray(pairs);
        System.arraycopy(more, 0, pairs, identity.size(), more.length);
        gauges.put(Labels.of(metric, pairs), value);
    }
}
