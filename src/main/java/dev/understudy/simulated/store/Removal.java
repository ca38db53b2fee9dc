package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import java.time.Instant;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Decides what a deletion does first: mark the object as terminating, or let it go at once. */
final class Removal {
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    private static final Set<Kind> WITHOUT_GRACE = Set.of(Kinds.NAMESPACE, Kinds.DEFINITION);
    /** Holds a definition until the objects that it defines are gone. */
    private static final String DEFINED_OBJECTS = "customresourcecleanup.apiextensions.k8s.io";

    private Removal() {}

    static void checkPreconditions(Kind kind, ObjectNode current, Deletion deletion) {
        check(kind, current, "UID", deletion.uid(), Meta.uid(current), "deleted and then recreated");
        check(kind, current, "ResourceVersion", deletion.resourceVersion(), Meta.resourceVersion(current), "modified");
    }

    private static void check(Kind kind, ObjectNode current, String what, String wanted, String found, String perhaps) {
        if (!wanted.isEmpty() && !wanted.equals(found)) {
            throw Refusals.deletionConflict(
                    kind,
                    Meta.name(current),
                    "the " + what + " in the precondition (" + wanted + ") does not match the " + what + " in record ("
                            + found + "). The object might have been " + perhaps);
        }
    }

    /** Returns the object marked as terminating; a second deletion may only shorten the grace. */
    static ObjectNode mark(Kind kind, ObjectNode current, Deletion deletion, Instant now) {
        ObjectNode marked = current.deepCopy();
        holdFor(marked, deletion.policy());
        long grace = grace(kind, current, deletion.graceSeconds());
        long before =
                current.path("metadata").path("deletionGracePeriodSeconds").asLong(Long.MAX_VALUE);
        boolean graceful = !WITHOUT_GRACE.contains(kind);
        if (!Meta.isTerminating(current) || graceful && grace < before) {
            Meta.of(marked).put("deletionTimestamp", Meta.timestamp(now.plusSeconds(grace)));
            if (graceful) {
                Numbers.put(Meta.of(marked), "deletionGracePeriodSeconds", grace);
            }
        }
        if (!Meta.isTerminating(current) && graceful) {
            Generations.countDeletion(marked);
        }
        if (kind.equals(Kinds.NAMESPACE)) {
            marked.withObjectProperty("status").put("phase", "Terminating");
        } else if (kind.equals(Kinds.DEFINITION) && !Meta.isTerminating(current)) {
            hold(marked, DEFINED_OBJECTS);
            announceCleaning(marked, now);
        }
        return marked;
    }

    /** A pod that runs on a node is given time; anything else has none. */
    private static long grace(Kind kind, ObjectNode current, long asked) {
        boolean runs = kind.equals(Kinds.POD)
                && !current.path("spec").path("nodeName").asText("").isEmpty()
                && !ENDED.contains(current.path("status").path("phase").asText(""));
        if (!runs) {
            return 0;
        }
        return asked >= 0
                ? asked
                : current.path("spec").path("terminationGracePeriodSeconds").asLong(30);
    }

    private static void holdFor(ObjectNode object, String policy) {
        switch (policy) {
            case "Foreground" -> hold(object, "foregroundDeletion");
            case "Orphan" -> hold(object, "orphan");
            default -> {
                // Background: the garbage collector follows when the owner has gone.
            }
        }
    }

    private static void hold(ObjectNode object, String finalizer) {
        ArrayNode finalizers = Meta.of(object).withArrayProperty("finalizers");
        if (StreamSupport.stream(finalizers.spliterator(), false)
                .noneMatch(held -> held.asText().equals(finalizer))) {
            finalizers.add(finalizer);
        }
    }

    private static void announceCleaning(ObjectNode definition, Instant now) {
        Condition.of(
                        "Terminating",
                        true,
                        "InstanceDeletionPending",
                        "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon")
                .putInto(definition.withObjectProperty("status"), now);
    }
}
