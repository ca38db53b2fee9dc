package dev.understudy.simulated.controller.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What a StatefulSet asks for, with the API's defaults filled in.
 *
 * @param replicas pods wanted, default 1
 * @param start ordinal of the first pod, default 0
 * @param parallel whether pods start and stop without waiting for each other
 * @param onDelete whether pods get a new template only when somebody deletes them
 * @param partition pods below this place keep the old template; empty when none is set
 * @param minReady how long a pod is ready before it counts as available
 * @param history old revisions kept, default 10
 * @param claimsGoWithSet whether the claims go when the set is deleted
 * @param claimsGoWithPod whether the claims of a pod go when the set is scaled below it
 */
record SetSpec(
        int replicas,
        int start,
        boolean parallel,
        boolean onDelete,
        OptionalInt partition,
        Duration minReady,
        int history,
        boolean claimsGoWithSet,
        boolean claimsGoWithPod) {
    static SetSpec of(ObjectNode set) {
        JsonNode spec = set.path("spec");
        JsonNode strategy = spec.path("updateStrategy");
        JsonNode retention = spec.path("persistentVolumeClaimRetentionPolicy");
        return new SetSpec(
                spec.path("replicas").asInt(1),
                spec.path("ordinals").path("start").asInt(),
                spec.path("podManagementPolicy").asText().equals("Parallel"),
                strategy.path("type").asText().equals("OnDelete"),
                strategy.has("rollingUpdate")
                        ? OptionalInt.of(
                                strategy.path("rollingUpdate").path("partition").asInt())
                        : OptionalInt.empty(),
                Duration.ofSeconds(spec.path("minReadySeconds").asLong()),
                spec.path("revisionHistoryLimit").asInt(10),
                retention.path("whenDeleted").asText().equals("Delete"),
                retention.path("whenScaled").asText().equals("Delete"));
    }

    /** Tells whether a pod with this ordinal is wanted. */
    boolean wants(int ordinal) {
        return ordinal >= start && ordinal < start + replicas;
    }

    /**
     * Tells whether a pod with this ordinal is made from the old template while an update is under way or held back.
     *
     * @param old pods that had the old template when they were last counted
     */
    boolean keepsOld(int ordinal, int old) {
        return !onDelete && ordinal < start + partition.orElse(old);
    }
}
