package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Daemon sets. */
final class DaemonSetRules implements KindRules {
    private static final String ROLLING = "spec.updateStrategy.rollingUpdate";

    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        PodTemplates.fillTemplate(spec);
        ObjectNode strategy = Fill.object(spec, "updateStrategy");
        Fill.in(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            ObjectNode rolling = Fill.object(strategy, "rollingUpdate");
            Fill.in(rolling, "maxUnavailable", 1);
            Fill.in(rolling, "maxSurge", 0);
        }
        Fill.in(spec, "revisionHistoryLimit", 10);
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        problems.immutable(object, before, "spec.selector");
        Selectors.check(object, "daemonset", problems);
        PodSpecs.check(spec.path("template").path("spec"), "spec.template.spec", problems);
        MetadataRules.checkLabels(PodTemplates.labels(object), "spec.template.labels", problems);
        DeploymentRules.checkAlwaysRestarts(spec, problems);
        if (spec.path("template").path("spec").has("activeDeadlineSeconds")) {
            problems.forbidden(
                    "spec.template.spec.activeDeadlineSeconds", "activeDeadlineSeconds in DaemonSet is not Supported");
        }
        problems.notNegative(spec, "spec", "minReadySeconds");
        checkStrategy(spec.path("updateStrategy"), problems);
        problems.notNegative(spec, "spec", "revisionHistoryLimit");
    }

    private static void checkStrategy(JsonNode strategy, Problems problems) {
        switch (strategy.path("type").asText()) {
            case "OnDelete" -> {
                // nothing is rolled
            }
            case "RollingUpdate" -> checkRolling(strategy.path("rollingUpdate"), problems);
            default -> problems.unsupported("spec.updateStrategy", strategy, "\"RollingUpdate\", \"OnDelete\"");
        }
    }

    private static void checkRolling(JsonNode rolling, Problems problems) {
        problems.notNegative(rolling, ROLLING, "maxUnavailable");
        problems.notNegative(rolling, ROLLING, "maxSurge");
        boolean unavailable = !isZero(rolling.path("maxUnavailable"));
        boolean surge = !isZero(rolling.path("maxSurge"));
        if (unavailable && surge) {
            problems.invalid(
                    ROLLING + ".maxSurge", rolling.path("maxSurge"), "may not be set when maxUnavailable is non-zero");
        } else if (!unavailable && !surge) {
            problems.required(ROLLING + ".maxUnavailable", "cannot be 0 when maxSurge is 0");
        }
    }

    private static boolean isZero(JsonNode amount) {
        return amount.asText().equals("0") || amount.asText().equals("0%");
    }
}
