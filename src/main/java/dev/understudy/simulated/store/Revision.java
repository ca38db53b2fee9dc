package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Makes the next state of a stored object of what a writer proposes, keeping what no writer may change. */
final class Revision {
    private static final List<String> FIXED =
            List.of("name", "namespace", "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds");

    private Revision() {}

    /** Refuses a proposal that was made for another object or for an older version of it. */
    static void checkPreconditions(Kind kind, ObjectNode current, ObjectNode proposed) {
        checkUid(kind, current, Meta.uid(proposed));
        String version = Meta.resourceVersion(proposed);
        if (!version.isEmpty() && !version.equals(Meta.resourceVersion(current))) {
            throw Refusals.modified(kind, Meta.name(current));
        }
    }

    static void checkUid(Kind kind, ObjectNode current, String uid) {
        if (!uid.isEmpty() && !uid.equals(Meta.uid(current))) {
            throw Refusals.conflict(
                    kind,
                    Meta.name(current),
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + Meta.uid(current));
        }
    }

    /** Returns the proposal with everything restored that this write may not change. */
    static ObjectNode next(Kind kind, ObjectNode current, ObjectNode proposed, Write write) {
        ObjectNode next = write.subresource().equals("status") ? current.deepCopy() : proposed.deepCopy();
        if (write.subresource().equals("status")) {
            copy(proposed, next, "status");
        } else if (kind.subresources().contains("status")) {
            copy(current, next, "status");
        }
        next.put("apiVersion", kind.apiVersion());
        next.put("kind", kind.kind());
        FIXED.forEach(field -> copy(Meta.of(current), Meta.of(next), field));
        Meta.of(next).remove(List.of("resourceVersion", "selfLink"));
        Numbers.unify(next);
        Generations.carryOn(kind, current, next);
        return next;
    }

    /** Tells whether nothing holds a terminating object any more. */
    static boolean isReleased(Kind kind, ObjectNode object) {
        return Meta.isTerminating(object)
                && !Meta.hasFinalizers(object)
                && object.path("metadata").path("deletionGracePeriodSeconds").asLong(0) == 0
                && !(kind.equals(Kinds.NAMESPACE)
                        && !object.path("spec").path("finalizers").isEmpty());
    }

    private static void copy(ObjectNode from, ObjectNode to, String field) {
        JsonNode value = from.get(field);
        if (value == null) {
            to.remove(field);
        } else {
            to.set(field, value.deepCopy());
        }
    }
}
