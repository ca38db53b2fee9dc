package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs. Their selector is made by the store from the uid. */
final class JobRules implements KindRules {
    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        if (!spec.has("parallelism") && !spec.has("completions")) {
            spec.put("completions", 1);
        }
        Fill.in(spec, "parallelism", 1);
        Fill.in(spec, "backoffLimit", 6);
        Fill.in(spec, "completionMode", "NonIndexed");
        Fill.in(spec, "suspend", false);
        Fill.in(spec, "podReplacementPolicy", "TerminatingOrFailed");
        PodTemplates.fillTemplate(spec);
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        for (String field : List.of(
                "parallelism", "completions", "backoffLimit", "activeDeadlineSeconds", "ttlSecondsAfterFinished")) {
            problems.notNegative(spec, "spec", field);
        }
        PodSpecs.check(spec.path("template").path("spec"), "spec.template.spec", problems);
        JsonNode policy = spec.path("template").path("spec").path("restartPolicy");
        if (policy.asText().equals("Always")) {
            problems.required("spec.template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\"");
        }
        if (before != null) {
            problems.immutable(object, before, "spec.selector");
            problems.immutable(object, before, "spec.template");
            problems.immutable(object, before, "spec.completions");
        }
    }
}
