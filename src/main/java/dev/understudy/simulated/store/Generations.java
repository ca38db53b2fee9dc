package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Set;

/** Which kinds count generations, and which part of an object a new generation follows. */
final class Generations {
    private static final Set<Kind> COUNTED = Set.of(
            Kinds.POD,
            Kinds.DEPLOYMENT,
            Kinds.REPLICA_SET,
            Kinds.STATEFUL_SET,
            Kinds.DAEMON_SET,
            Kinds.CRON_JOB,
            Kinds.JOB,
            Kinds.DISRUPTION_BUDGET,
            Kinds.NETWORK_POLICY,
            Kinds.INGRESS,
            Kinds.INGRESS_CLASS,
            Kinds.ENDPOINT_SLICE,
            Kinds.DEFINITION);

    private Generations() {}

    /** Sets the first generation where the kind has one. */
    static void begin(Kind kind, ObjectNode object) {
        if (isCounted(kind)) {
            Meta.of(object).put("generation", 1);
        } else {
            Meta.of(object).remove("generation");
        }
    }

    /** Carries the generation on, one higher where the desired state differs. */
    static void carryOn(Kind kind, ObjectNode before, ObjectNode after) {
        if (!isCounted(kind)) {
            Meta.of(after).remove("generation");
            return;
        }
        long generation = before.path("metadata").path("generation").asLong(1);
        boolean same = Objects.equals(desired(kind, before), desired(kind, after));
        Numbers.put(Meta.of(after), "generation", same ? generation : generation + 1);
    }

    /** Counts a deletion that was asked for and has to wait. */
    static void countDeletion(ObjectNode object) {
        long generation = object.path("metadata").path("generation").asLong(0);
        if (generation > 0) {
            Numbers.put(Meta.of(object), "generation", generation + 1);
        }
    }

    /** Every kind that a client defines counts. */
    private static boolean isCounted(Kind kind) {
        return COUNTED.contains(kind) || !Kinds.ALL.contains(kind);
    }

    /** What somebody asked for. Which node a pod gets is the scheduler's answer to that. */
    private static ObjectNode desired(Kind kind, ObjectNode object) {
        ObjectNode rest = object.deepCopy();
        if (kind.equals(Kinds.POD) && rest.get("spec") instanceof ObjectNode spec) {
            spec.remove("nodeName");
        }
        rest.remove("metadata");
        if (Kinds.ALL.contains(kind) || kind.subresources().contains("status")) {
            rest.remove("status");
        }
        return rest;
    }
}
