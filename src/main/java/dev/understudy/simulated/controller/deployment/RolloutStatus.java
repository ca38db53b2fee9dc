package dev.understudy.simulated.controller.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import java.time.Instant;

/** Counts a Deployment's replicas and says whether it has its minimum of them. */
final class RolloutStatus {
    private RolloutStatus() {}

    /** Returns the next status; conditions about progress are carried over as they are. */
    static ObjectNode next(ObjectNode deployment, DeploymentSpec spec, OwnedSets sets, Instant now) {
        ObjectNode status =
                deployment.path("status").isObject() ? deployment.path("status").deepCopy() : deployment.objectNode();
        int available = sets.total(OwnedSet::available);
        status.put("observedGeneration", Marks.generation(deployment));
        count(status, "replicas", sets.total(OwnedSet::replicas));
        count(status, "updatedReplicas", sets.current().map(OwnedSet::replicas).orElse(0));
        count(status, "readyReplicas", sets.total(OwnedSet::ready));
        count(status, "availableReplicas", available);
        status.put("terminatingReplicas", sets.total(OwnedSet::terminating));
        count(status, "unavailableReplicas", Math.max(0, sets.total(OwnedSet::size) - available));
        Progress.put(status, availability(available >= spec.least()), now);
        failure(status, sets, now);
        return status;
    }

    private static Condition availability(boolean enough) {
        return enough
                ? Condition.of("Available", true, "MinimumReplicasAvailable", "Deployment has minimum availability.")
                : Condition.of(
                        "Available",
                        false,
                        "MinimumReplicasUnavailable",
                        "Deployment does not have minimum availability.");
    }

    /** A set that cannot make its pods makes the Deployment say so; the newest set is heard first. */
    private static void failure(ObjectNode status, OwnedSets sets, Instant now) {
        String type = "ReplicaFailure";
        JsonNode found = sets.all().reversed().stream()
                .flatMap(set -> Condition.find(set.object().path("status"), type).stream())
                .findFirst()
                .orElse(null);
        if (found == null) {
            Condition.remove(status, type);
        } else {
            var reason = found.path("reason").asText();
            Progress.put(
                    status,
                    Condition.of(type, true, reason, found.path("message").asText()),
                    now);
        }
    }

    private static void count(ObjectNode status, String field, int count) {
        if (count == 0) {
            status.remove(field);
        } else {
            status.put(field, count);
        }
    }
}
