package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Replica sets. */
final class ReplicaSetRules implements KindRules {
    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.in(spec, "replicas", 1);
        PodTemplates.fillTemplate(spec);
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        problems.notNegative(spec, "spec", "replicas");
        Selectors.check(object, before, problems);
        DeploymentRules.checkAlwaysRestarts(spec, problems);
        PodSpecs.check(spec.path("template").path("spec"), "spec.template.spec", problems);
    }
}
