package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** Deployments. */
final class DeploymentRules implements KindRules {
    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.in(spec, "replicas", 1);
        PodTemplates.fillTemplate(spec);
        ObjectNode strategy = Fill.object(spec, "strategy");
        Fill.in(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            ObjectNode rolling = Fill.object(strategy, "rollingUpdate");
            Fill.in(rolling, "maxUnavailable", "25%");
            Fill.in(rolling, "maxSurge", "25%");
        }
        Fill.in(spec, "revisionHistoryLimit", 10);
        Fill.in(spec, "progressDeadlineSeconds", 600);
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        problems.notNegative(spec, "spec", "replicas");
        problems.notNegative(spec, "spec", "minReadySeconds");
        problems.notNegative(spec, "spec", "revisionHistoryLimit");
        Selectors.check(object, before, problems);
        checkStrategy(spec.path("strategy"), problems);
        checkAlwaysRestarts(spec, problems);
        MetadataRules.checkLabels(PodTemplates.labels(object), "spec.template.labels", problems);
        PodSpecs.check(spec.path("template").path("spec"), "spec.template.spec", problems);
    }

    static void checkAlwaysRestarts(JsonNode spec, Problems problems) {
        JsonNode policy = spec.path("template").path("spec").path("restartPolicy");
        if (!policy.asText().equals("Always")) {
            problems.unsupported("spec.template.spec.restartPolicy", policy, "\"Always\"");
        }
    }

    private static void checkStrategy(JsonNode strategy, Problems problems) {
        JsonNode rolling = strategy.path("rollingUpdate");
        switch (strategy.path("type").asText()) {
            case "Recreate" -> {
                if (!rolling.isMissingNode()) {
                    problems.forbidden(
                            "spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'");
                }
            }
            case "RollingUpdate" -> {
                if (isZero(rolling.path("maxUnavailable")) && isZero(rolling.path("maxSurge"))) {
                    problems.invalid(
                            "spec.strategy.rollingUpdate.maxUnavailable",
                            rolling.path("maxUnavailable"),
                            "may not be 0 when `maxSurge` is 0");
                }
            }
            default ->
                problems.unsupported(
                        "spec.strategy.type",
                        TextNode.valueOf(strategy.path("type").asText()),
                        "\"Recreate\", \"RollingUpdate\"");
        }
    }

    private static boolean isZero(JsonNode amount) {
        return amount.asText().equals("0") || amount.asText().equals("0%");
    }
}
