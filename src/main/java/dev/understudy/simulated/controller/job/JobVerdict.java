package dev.understudy.simulated.controller.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Timestamps;
import java.time.Instant;
import java.util.Optional;

/**
 * How a Job stands: running, failing, or complete.
 *
 * @param reason why it fails or is complete
 * @param message the same for people
 */
record JobVerdict(Outcome outcome, String reason, String message) {
    /** What becomes of the Job. */
    enum Outcome {
        RUNNING,
        FAILING,
        COMPLETE
    }

    private static final JobVerdict RUNNING = new JobVerdict(Outcome.RUNNING, "", "");

    static JobVerdict of(JsonNode status, JobSpec spec, JobPods pods, Instant now) {
        if (pods.failed() > spec.backoffLimit()) {
            return new JobVerdict(
                    Outcome.FAILING, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
        }
        if (!spec.suspended()
                && deadline(status, spec).filter(at -> !at.isAfter(now)).isPresent()) {
            return new JobVerdict(Outcome.FAILING, "DeadlineExceeded", "Job was active longer than specified deadline");
        }
        if (spec.isComplete(pods.succeeded(), pods.active().size())) {
            return new JobVerdict(Outcome.COMPLETE, "CompletionsReached", "Reached expected number of succeeded pods");
        }
        return RUNNING;
    }

    /** Returns when the Job will have been active for too long. */
    static Optional<Instant> deadline(JsonNode status, JobSpec spec) {
        return spec.deadline()
                .flatMap(length -> Timestamps.read(status.path("startTime")).map(start -> start.plus(length)));
    }

    /** Returns when a Job finished, empty while it has not. */
    static Optional<Instant> finished(ObjectNode job) {
        for (String end : new String[] {"Complete", "Failed"}) {
            if (Condition.isTrue(job, end)) {
                return Condition.find(job.path("status"), end)
                        .flatMap(found -> Timestamps.read(found.path("lastTransitionTime")));
            }
        }
        return Optional.empty();
    }

    /** Writes the end into the status; a failing Job has failed only once its last pod is gone. */
    void writeTo(ObjectNode status, boolean podsGone, Instant now) {
        switch (outcome) {
            case RUNNING -> {
                // nothing to say yet
            }
            case FAILING -> {
                put(status, "FailureTarget", now);
                if (podsGone) {
                    put(status, "Failed", now);
                }
            }
            case COMPLETE -> {
                put(status, "SuccessCriteriaMet", now);
                if (podsGone) {
                    put(status, "Complete", now);
                    status.put("completionTime", Timestamps.write(now));
                }
            }
        }
    }

    private void put(ObjectNode status, String type, Instant now) {
        ObjectNode written = Condition.of(type, true, reason, message).putInto(status, now);
        written.set("lastProbeTime", written.get("lastTransitionTime"));
    }
}
