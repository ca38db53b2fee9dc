package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs. Their selector is made by the store from the uid. */
final class JobRules implements KindRules {
    private static final List<String> COUNTS =
            List.of("parallelism", "completions", "activeDeadlineSeconds", "backoffLimit", "ttlSecondsAfterFinished");
    /** What the simulated controller would ignore is refused, so that nobody relies on it. */
    private static final List<String> NOT_SERVED =
            List.of("podFailurePolicy", "successPolicy", "backoffLimitPerIndex", "maxFailedIndexes", "managedBy");

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
        Fill.in(spec, "manualSelector", false);
        PodTemplates.fillTemplate(spec);
        ObjectNode metadata = Fill.object(object, "metadata");
        if (PodTemplates.labels(object) instanceof ObjectNode labels
                && !labels.isEmpty()
                && metadata.path("labels").isEmpty()) {
            metadata.set("labels", labels.deepCopy());
        }
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        checkSpec(spec, "spec", problems);
        if (before != null) {
            problems.immutable(object, before, "spec.selector");
            if (!mayChangeTemplate(before)) {
                problems.immutable(object, before, "spec.template");
            }
            problems.immutable(object, before, "spec.completionMode");
            if (!isElastic(object)) {
                problems.immutable(object, before, "spec.completions");
            }
        }
    }

    /** A Job that is suspended and has never run may still be given other places to run. */
    private static boolean mayChangeTemplate(ObjectNode before) {
        return before.path("spec").path("suspend").asBoolean()
                && !before.path("status").has("startTime");
    }

    /** An indexed Job may grow and shrink when both its numbers change together. */
    private static boolean isElastic(ObjectNode job) {
        JsonNode spec = job.path("spec");
        return spec.path("completionMode").asText().equals("Indexed")
                && spec.path("completions").equals(spec.path("parallelism"));
    }

    /** Checks the spec of a Job, in a Job and in the template of a CronJob alike. */
    static void checkSpec(JsonNode spec, String path, Problems problems) {
        COUNTS.forEach(field -> problems.notNegative(spec, path, field));
        NOT_SERVED.stream()
                .filter(spec::has)
                .forEach(field -> problems.forbidden(path + "." + field, "the simulated cluster does not serve it"));
        checkMode(spec, path, problems);
        JsonNode pod = spec.path("template").path("spec");
        PodSpecs.check(pod, path + ".template.spec", problems);
        String policy = pod.path("restartPolicy").asText();
        if (policy.equals("Always")) {
            problems.required(path + ".template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\"");
        } else if (!List.of("OnFailure", "Never").contains(policy)) {
            problems.unsupported(
                    path + ".template.spec.restartPolicy", pod.path("restartPolicy"), "\"OnFailure\", \"Never\"");
        }
    }

    private static void checkMode(JsonNode spec, String path, Problems problems) {
        JsonNode mode = spec.path("completionMode");
        boolean indexed = mode.asText().equals("Indexed");
        if (!indexed && !mode.isMissingNode() && !mode.asText().equals("NonIndexed")) {
            problems.unsupported(path + ".completionMode", mode, "\"Indexed\", \"NonIndexed\"");
        }
        if (indexed && !spec.has("completions")) {
            problems.required(path + ".completions", "when completion mode is Indexed");
        }
    }
}
