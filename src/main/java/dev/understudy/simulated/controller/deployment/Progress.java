package dev.understudy.simulated.controller.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Timestamps;
import java.time.Instant;
import java.util.Optional;

/**
 * The condition {@code Progressing}: a rollout moves, is done, or has stood still for longer than its deadline. It is
 * what {@code kubectl rollout status} reads.
 */
final class Progress {
    static final String TYPE = "Progressing";
    private static final String DONE = "NewReplicaSetAvailable";
    private static final String TIMED_OUT = "ProgressDeadlineExceeded";
    private static final String PAUSED = "DeploymentPaused";

    private Progress() {}

    static Condition created(OwnedSet set) {
        return Condition.of(TYPE, true, "NewReplicaSetCreated", "Created new replica set \"" + set.name() + "\"");
    }

    static Condition found(OwnedSet set) {
        return Condition.of(TYPE, true, "FoundNewReplicaSet", "Found new replica set \"" + set.name() + "\"");
    }

    /** Returns what a pause or its end makes of the condition, empty when it says so already. */
    static Optional<Condition> pause(DeploymentSpec spec, JsonNode status) {
        String reason = reason(status);
        if (spec.progressDeadline().isEmpty() || reason.equals(TIMED_OUT) || spec.paused() == reason.equals(PAUSED)) {
            return Optional.empty();
        }
        return Optional.of(
                spec.paused()
                        ? new Condition(TYPE, "Unknown", PAUSED, "Deployment is paused")
                        : new Condition(TYPE, "Unknown", "DeploymentResumed", "Deployment is resumed"));
    }

    /** Judges a rollout by its status before and now, and writes the verdict into the latter. */
    static void judge(ObjectNode deployment, DeploymentSpec spec, OwnedSets sets, ObjectNode status, Instant now) {
        JsonNode before = deployment.path("status");
        if (spec.progressDeadline().isEmpty()) {
            Condition.remove(status, TYPE);
        } else if (!wasDone(status)) {
            String subject = sets.current()
                    .map(set -> "ReplicaSet \"" + set.name() + "\"")
                    .orElse("Deployment");
            if (isComplete(deployment, spec, status)) {
                put(status, Condition.of(TYPE, true, DONE, subject + " has successfully progressed."), now);
            } else if (hasMoved(before, status)) {
                Condition moved = Condition.of(TYPE, true, "ReplicaSetUpdated", subject + " is progressing.");
                moved.putInto(status, now).put("lastUpdateTime", Timestamps.write(now));
            } else if (deadline(spec, status).filter(at -> at.isBefore(now)).isPresent()) {
                put(status, Condition.of(TYPE, false, TIMED_OUT, subject + " has timed out progressing."), now);
            }
        }
    }

    /** Returns when the rollout will have stood still for too long; empty when it is done or has timed out. */
    static Optional<Instant> deadline(DeploymentSpec spec, JsonNode status) {
        if (reason(status).equals(DONE) || reason(status).equals(TIMED_OUT)) {
            return Optional.empty();
        }
        return Condition.find(status, TYPE)
                .flatMap(condition -> Timestamps.read(condition.path("lastUpdateTime")))
                .flatMap(updated -> spec.progressDeadline().map(updated::plus));
    }

    static boolean isComplete(ObjectNode deployment, DeploymentSpec spec, JsonNode status) {
        return count(status, "updatedReplicas") == spec.replicas()
                && count(status, "replicas") == spec.replicas()
                && count(status, "availableReplicas") == spec.replicas()
                && count(status, "observedGeneration") >= Marks.generation(deployment);
    }

    /** Puts a condition of a Deployment, which also says when it was last updated. */
    static void put(ObjectNode status, Condition condition, Instant now) {
        boolean same = Condition.find(status, condition.type())
                .filter(found -> found.path("status").asText().equals(condition.status()))
                .filter(found -> found.path("reason").asText().equals(condition.reason()))
                .isPresent();
        if (!same) {
            condition.putInto(status, now).put("lastUpdateTime", Timestamps.write(now));
        }
    }

    private static boolean wasDone(JsonNode status) {
        return reason(status).equals(DONE) && count(status, "replicas") == count(status, "updatedReplicas");
    }

    private static boolean hasMoved(JsonNode before, JsonNode now) {
        int oldBefore = count(before, "replicas") - count(before, "updatedReplicas");
        int oldNow = count(now, "replicas") - count(now, "updatedReplicas");
        return oldNow < oldBefore
                || grew(before, now, "updatedReplicas")
                || grew(before, now, "readyReplicas")
                || grew(before, now, "availableReplicas");
    }

    private static boolean grew(JsonNode before, JsonNode now, String field) {
        return count(now, field) > count(before, field);
    }

    private static int count(JsonNode status, String field) {
        return status.path(field).asInt();
    }

    private static String reason(JsonNode status) {
        return Condition.find(status, TYPE)
                .map(condition -> condition.path("reason").asText())
                .orElse("");
    }
}
