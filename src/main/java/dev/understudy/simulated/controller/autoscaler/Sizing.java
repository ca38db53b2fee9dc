package dev.understudy.simulated.controller.autoscaler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.load.Meter;
import dev.understudy.simulated.load.RequestRates;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One look at one autoscaler: what its metrics ask for, what its behaviour makes of that, and what its status says. */
final class Sizing {
    static final String COMPONENT = "horizontal-pod-autoscaler";

    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final Instant now;
    private final Pace pace;
    private final Recorder recorder;
    private final RequestRates rates;
    private final History history;

    Sizing(ObjectStore store, Instant now, Pace pace, Recorder recorder, RequestRates rates, History history) {
        this.store = store;
        this.now = now;
        this.pace = pace;
        this.recorder = recorder;
        this.rates = rates;
        this.history = history;
    }

    void of(ObjectNode autoscaler) {
        ObjectNode status = autoscaler.withObjectProperty("status");
        try {
            ScaleTarget target = ScaleTarget.of(store, autoscaler);
            put(
                    status,
                    "AbleToScale",
                    true,
                    "SucceededGetScale",
                    "the HPA controller was able to get the target's current scale");
            size(autoscaler, status, target);
        } catch (Unmeasured missing) {
            warn(autoscaler, missing.reason(), missing.words());
            put(
                    status,
                    "AbleToScale",
                    false,
                    missing.reason(),
                    "the HPA controller was unable to get the target's current scale: " + missing.words());
        }
        store.updateStatus(Kinds.AUTOSCALER, autoscaler, WRITER);
    }

    private void size(ObjectNode autoscaler, ObjectNode status, ScaleTarget target) {
        JsonNode spec = autoscaler.path("spec");
        int current = target.replicas();
        int most = spec.path("maxReplicas").asInt();
        int least = spec.path("minReplicas").asInt(1);
        if (current == 0) {
            put(
                    status,
                    "ScalingActive",
                    false,
                    "ScalingDisabled",
                    "scaling is disabled since the replica count of the target is zero");
            tell(status, 0, 0, List.of());
        } else if (current > most) {
            rescale(autoscaler, target, most, "Current number of replicas above Spec.MaxReplicas", List.of());
        } else if (current < least) {
            rescale(autoscaler, target, least, "Current number of replicas below Spec.MinReplicas", List.of());
        } else {
            follow(autoscaler, status, target);
        }
    }

    private void follow(ObjectNode autoscaler, ObjectNode status, ScaleTarget target) {
        int current = target.replicas();
        List<JsonNode> measured = new ArrayList<>();
        Measurement measurement = Measurement.of(autoscaler, target, new Meter(store, rates), measured);
        measurement.failures().forEach(each -> warn(autoscaler, each.reason(), each.words()));
        if (measurement.isUseless(current)) {
            Unmeasured first = measurement.failures().getFirst();
            put(
                    status,
                    "ScalingActive",
                    false,
                    first.reason(),
                    "the HPA was unable to compute the replica count: " + first.words());
            tell(status, current, status.path("desiredReplicas").asInt(), measured);
            warn(
                    autoscaler,
                    "FailedComputeMetricsReplicas",
                    "invalid metrics (" + measurement.failures().size() + " invalid out of " + measured.size()
                            + "), first error is: " + first.fullWords());
            return;
        }
        MetricProposal best = measurement.best().orElseThrow();
        put(
                status,
                "ScalingActive",
                true,
                "ValidMetricFound",
                "the HPA was able to successfully calculate a replica count from " + best.name());
        Decision decision = new Behaviour(autoscaler.path("spec"), pace).decide(current, best.replicas(), history, now);
        decision.able().putInto(status, now);
        decision.limited().putInto(status, now);
        if (decision.replicas() == current) {
            tell(status, current, current, measured);
        } else {
            String why = best.replicas() > current ? best.name() + " above target" : "All metrics below target";
            rescale(autoscaler, target, decision.replicas(), why, measured);
        }
    }

    private void rescale(ObjectNode autoscaler, ScaleTarget target, int replicas, String why, List<JsonNode> measured) {
        ObjectNode status = autoscaler.withObjectProperty("status");
        int current = target.replicas();
        target.scale(replicas);
        history.change(replicas - current, now);
        put(
                status,
                "AbleToScale",
                true,
                "SucceededRescale",
                "the HPA controller was able to update the target scale to " + replicas);
        String message = "New size: " + replicas + "; reason: " + why;
        recorder.record(autoscaler, Remark.normal(COMPONENT, "SuccessfulRescale", message));
        tell(status, current, replicas, measured);
        status.put("lastScaleTime", Timestamps.write(now));
    }

    private static void tell(ObjectNode status, int current, int desired, List<JsonNode> measured) {
        status.put("currentReplicas", current).put("desiredReplicas", desired);
        status.remove("currentMetrics");
        if (!measured.isEmpty()) {
            measured.forEach(status.putArray("currentMetrics")::add);
        }
    }

    private void put(ObjectNode status, String type, boolean holds, String reason, String message) {
        Condition.of(type, holds, reason, message).putInto(status, now);
    }

    private void warn(ObjectNode autoscaler, String reason, String message) {
        recorder.record(autoscaler, Remark.warning(COMPONENT, reason, message));
    }

    static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode().put("type", "");
    }
}
