package dev.understudy.simulated.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Shape.Struct;
import dev.understudy.simulated.schema.Shapes;
import io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscaler;

/** Autoscalers of {@code autoscaling/v1}: one target for the cpu; annotations carry everything else. */
public final class AutoscalerVersion implements Conversion {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "autoscaling.alpha.kubernetes.io/";
    private static final String METRICS = PREFIX + "metrics";
    private static final String CURRENT = PREFIX + "current-metrics";
    private static final String CONDITIONS = PREFIX + "conditions";
    private static final String BEHAVIOR = PREFIX + "behavior";
    private static final String TARGET = "targetCPUUtilizationPercentage";
    private static final String USE = "currentCPUUtilizationPercentage";

    @Override
    public Struct shape() {
        return Shapes.of(HorizontalPodAutoscaler.class);
    }

    @Override
    public ObjectNode shown(ObjectNode stored) {
        ObjectNode shown = stored.deepCopy().put("apiVersion", "autoscaling/v1");
        ObjectNode spec = Fill.object(shown, "spec");
        ArrayNode others = JSON.createArrayNode();
        for (JsonNode metric : part(spec, "metrics")) {
            if (isOfCpu(metric, "target")) {
                spec.set(TARGET, metric.at("/resource/target/averageUtilization"));
            } else {
                others.add(OldMetrics.TARGETS.older(metric));
            }
        }
        annotate(shown, METRICS, others);
        annotate(shown, BEHAVIOR, Capitals.raised(part(spec, "behavior")));
        if (shown.get("status") instanceof ObjectNode status) {
            showStatus(shown, status);
        }
        return shown;
    }

    private static void showStatus(ObjectNode shown, ObjectNode status) {
        Fill.in(status, "currentReplicas", 0);
        ArrayNode measured = JSON.createArrayNode();
        for (JsonNode metric : part(status, "currentMetrics")) {
            if (isOfCpu(metric, "current")) {
                status.set(USE, metric.at("/resource/current/averageUtilization"));
            }
            measured.add(OldMetrics.CURRENT.older(metric));
        }
        annotate(shown, CURRENT, measured);
        annotate(shown, CONDITIONS, part(status, "conditions"));
    }

    @Override
    public ObjectNode stored(ObjectNode shown) {
        ObjectNode stored = shown.deepCopy().put("apiVersion", "autoscaling/v2");
        ObjectNode spec = Fill.object(stored, "spec");
        ArrayNode metrics = JSON.createArrayNode();
        taken(stored, METRICS).forEach(metric -> metrics.add(OldMetrics.TARGETS.newer(metric)));
        JsonNode target = part(spec, TARGET);
        if (target.isNumber()) {
            ObjectNode metric = metrics.addObject().put("type", "Resource");
            ObjectNode wanted = metric.putObject("resource").put("name", "cpu").putObject("target");
            wanted.put("type", "Utilization").set("averageUtilization", target);
        }
        set(spec, "metrics", metrics);
        set(spec, "behavior", Capitals.lowered(taken(stored, BEHAVIOR)));
        JsonNode conditions = taken(stored, CONDITIONS);
        JsonNode measured = taken(stored, CURRENT);
        if (stored.get("status") instanceof ObjectNode status) {
            status.remove(USE);
            ArrayNode current = JSON.createArrayNode();
            measured.forEach(metric -> current.add(OldMetrics.CURRENT.newer(metric)));
            set(status, "currentMetrics", current);
            set(status, "conditions", conditions);
        }
        return stored;
    }

    private static boolean isOfCpu(JsonNode metric, String values) {
        return metric.at("/resource/name").asText().equals("cpu")
                && metric.path("resource").path(values).has("averageUtilization");
    }

    /** Takes a field out of an object and returns it. */
    private static JsonNode part(ObjectNode object, String field) {
        JsonNode value = object.remove(field);
        return value == null ? JSON.missingNode() : value;
    }

    private static void set(ObjectNode object, String field, JsonNode value) {
        if (!value.isEmpty()) {
            object.set(field, value);
        }
    }

    private static void annotate(ObjectNode object, String name, JsonNode value) {
        if (!value.isEmpty()) {
            Fill.object(Fill.object(object, "metadata"), "annotations").put(name, value.toString());
        }
    }

    /** Takes an annotation away and reads it; one that cannot be read says nothing. */
    private static JsonNode taken(ObjectNode object, String name) {
        if (!(object.path("metadata").path("annotations") instanceof ObjectNode annotations)) {
            return JSON.missingNode();
        }
        String text = part(annotations, name).asText();
        if (annotations.isEmpty()) {
            Fill.object(object, "metadata").remove("annotations");
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            return JSON.missingNode();
        }
    }
}
