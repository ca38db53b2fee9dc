package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The selector of a workload, which must find the pods of its own template and never changes. */
final class Selectors {
    private Selectors() {}

    static void check(ObjectNode workload, @Nullable ObjectNode before, Problems problems) {
        check(workload, "deployment", problems);
        problems.immutable(workload, before, "spec.selector");
    }

    /**
     * Checks all but that the selector stays.
     *
     * @param word what the server calls the kind in its refusal
     */
    static void check(ObjectNode workload, String word, Problems problems) {
        JsonNode selector = workload.path("spec").path("selector");
        JsonNode labels = PodTemplates.labels(workload);
        if (selector.isMissingNode()) {
            problems.required("spec.selector", "");
        } else if (selector.isEmpty()) {
            problems.invalid("spec.selector", selector, "empty selector is invalid for " + word);
        } else if (!LabelMatch.matches(selector, labels)) {
            problems.invalid("spec.template.metadata.labels", labels, "`selector` does not match template `labels`");
        }
    }
}
