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

    private static final String FAILURE = "FailureTarget";
    private static final String SUCCESS = "SuccessCriteriaMet";
    private static final JobVerdict RUNNING = new JobVerdict(Outcome.RUNNING, "", "");

    /** Judges what was found; what was once decided stays. */
    static JobVerdict of(ObjectNode status, JobPods pods, Tally tally, Instant now) {
        Optional<JobVerdict> earlier =
                decided(status, SUCCESS, Outcome.COMPLETE).or(() -> decided(status, FAILURE, Outcome.FAILING));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        JobSpec spec = pods.spec();
        boolean restartedTooOften = spec.restarts() && pods.restarts() > 0 && pods.restarts() >= spec.backoffLimit();
        if (tally.failed() > spec.backoffLimit() || restartedTooOften) {
            return new JobVerdict(
                    Outcome.FAILING, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
        }
        if (!spec.suspended()
                && deadline(status, spec).filter(at -> !at.isAfter(now)).isPresent()) {
            return new JobVerdict(Outcome.FAILING, "DeadlineExceeded", "Job was active longer than specified deadline");
        }
        return RUNNING;
    }

    private static Optional<JobVerdict> decided(ObjectNode status, String type, Outcome outcome) {
        return Condition.find(status, type)
                .filter(found -> found.path("status").asText().equals("True"))
                .map(found -> new JobVerdict(
                        outcome,
                        found.path("reason").asText(),
                        found.path("message").asText()));
    }

    static JobVerdict complete() {
        return new JobVerdict(Outcome.COMPLETE, "CompletionsReached", "Reached expected number of succeeded pods");
    }

    boolean isEnd() {
        return outcome != Outcome.RUNNING;
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

    /** Writes into the status what the end will be. */
    void announce(ObjectNode status, Instant now) {
        switch (outcome) {
            case RUNNING -> {
                // nothing to say yet
            }
            case FAILING -> put(status, FAILURE, now);
            case COMPLETE -> put(status, SUCCESS, now);
        }
    }

    /** Writes the end into the status, when the last pod is gone. */
    void conclude(ObjectNode status, Instant now) {
        switch (outcome) {
            case RUNNING -> {
                // not the end
            }
            case FAILING -> put(status, "Failed", now);
            case COMPLETE -> {
                put(status, "Complete", now);
                status.put("completionTime", Timestamps.write(now));
            }
        }
    }

    private void put(ObjectNode status, String type, Instant now) {
        ObjectNode written = Condition.of(type, true, reason, message).putInto(status, now);
        written.set("lastProbeTime", written.get("lastTransitionTime"));
    }
}
