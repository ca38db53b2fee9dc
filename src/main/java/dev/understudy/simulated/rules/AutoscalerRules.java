package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Horizontal pod autoscalers. */
final class AutoscalerRules implements KindRules {
    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.in(spec, "minReplicas", 1);
        if (spec.path("metrics").isEmpty()) {
            ObjectNode metric = spec.putArray("metrics").addObject().put("type", "Resource");
            ObjectNode resource = metric.putObject("resource").put("name", "cpu");
            resource.putObject("target").put("type", "Utilization").put("averageUtilization", 80);
        }
        if (spec.get("behavior") instanceof ObjectNode behavior) {
            ObjectNode up = Fill.object(behavior, "scaleUp");
            Fill.in(up, "stabilizationWindowSeconds", 0);
            fillPolicies(up, List.of("Pods", "Percent"));
            fillPolicies(Fill.object(behavior, "scaleDown"), List.of("Percent"));
        }
    }

    /** Without policies of its own, a direction is as free as an autoscaler without any behaviour. */
    private static void fillPolicies(ObjectNode direction, List<String> types) {
        Fill.in(direction, "selectPolicy", "Max");
        if (direction.path("policies").isEmpty()) {
            ArrayNode policies = direction.putArray("policies");
            for (String type : types) {
                policies.addObject()
                        .put("type", type)
                        .put("value", type.equals("Pods") ? 4 : 100)
                        .put("periodSeconds", 15);
            }
        }
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        JsonNode most = spec.path("maxReplicas");
        if (most.asInt() < 1) {
            problems.required("spec.maxReplicas", "must be set and greater than 0");
        }
        if (most.asInt() < spec.path("minReplicas").asInt()) {
            problems.invalid("spec.maxReplicas", most, "must be greater than or equal to `minReplicas`");
        }
        if (spec.path("minReplicas").asInt() < 1) {
            problems.invalid("spec.minReplicas", spec.path("minReplicas"), "must be greater than or equal to 1");
        }
        for (String field : new String[] {"kind", "name"}) {
            if (spec.path("scaleTargetRef").path(field).asText("").isEmpty()) {
                problems.required("spec.scaleTargetRef." + field, "");
            }
        }
        JsonNode target = spec.path("scaleTargetRef");
        String version = target.path("apiVersion").asText("");
        if (before == null
                && !version.contains("/")
                && !target.path("kind").asText().equals("ReplicationController")) {
            problems.invalid(
                    "spec.scaleTargetRef.apiVersion", TextNode.valueOf(version), "apiVersion must specify API group");
        }
        checkMetrics(spec, problems);
    }

    private static void checkMetrics(JsonNode spec, Problems problems) {
        for (int i = 0; i < spec.path("metrics").size(); i++) {
            JsonNode use = spec.at("/metrics/" + i + "/resource/target/averageUtilization");
            if (use.isNumber() && use.asInt() < 1) {
                String field = "spec.metrics[" + i + "].resource.target.averageUtilization";
                problems.invalid(field, use, "must be greater than 0");
            }
        }
    }
}
