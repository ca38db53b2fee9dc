package dev.understudy.simulated.controller.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a Job asks for, with the API's defaults filled in.
 *
 * @param parallelism pods that may run at once, default 1
 * @param completions pods that must succeed; empty: one success ends the Job, and so does default 1 without parallelism
 * @param indexed whether each completion is a numbered one
 * @param backoffLimit pods that may fail, default 6
 * @param restarts whether containers are started again in their pod, so that restarts count as failures
 * @param replacesFailedOnly whether a pod that is being deleted is replaced only when it is gone
 * @param deadline how long the Job may be active
 * @param timeToLive how long it stays after it has finished
 */
record JobSpec(
        boolean suspended,
        int parallelism,
        OptionalInt completions,
        boolean indexed,
        int backoffLimit,
        boolean restarts,
        boolean replacesFailedOnly,
        Optional<Duration> deadline,
        Optional<Duration> timeToLive) {
    static JobSpec of(ObjectNode job) {
        JsonNode spec = job.path("spec");
        boolean single = !spec.hasNonNull("completions") && !spec.hasNonNull("parallelism");
        return new JobSpec(
                spec.path("suspend").asBoolean(),
                spec.path("parallelism").asInt(1),
                single
                        ? OptionalInt.of(1)
                        : spec.hasNonNull("completions")
                                ? OptionalInt.of(spec.path("completions").asInt())
                                : OptionalInt.empty(),
                spec.path("completionMode").asText().equals("Indexed"),
                spec.path("backoffLimit").asInt(6),
                spec.at("/template/spec/restartPolicy").asText().equals("OnFailure"),
                spec.path("podReplacementPolicy").asText().equals("Failed"),
                seconds(spec.path("activeDeadlineSeconds")),
                seconds(spec.path("ttlSecondsAfterFinished")));
    }

    /** Returns how many pods should run, given how many succeeded and run now. */
    int wanted(int succeeded, int active) {
        if (completions.isPresent()) {
            return Math.min(parallelism, Math.max(0, completions.getAsInt() - succeeded));
        }
        return succeeded > 0 ? active : parallelism;
    }

    boolean isComplete(int succeeded, int active) {
        boolean enough = completions.isPresent() ? succeeded >= completions.getAsInt() : succeeded > 0;
        return enough && active == 0;
    }

    private static Optional<Duration> seconds(JsonNode field) {
        return field.isNumber() ? Optional.of(Duration.ofSeconds(field.asLong())) : Optional.empty();
    }
}
