package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.rules.Form;
import java.time.Instant;
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
    static ObjectNode next(
            Kind kind,
            ObjectNode current,
            ObjectNode proposed,
            Write write,
            Instant now,
            ObjectStore store,
            Admission admission) {
        ObjectNode base = base(kind, current, proposed, write);
        if (isStatus(write)) {
            copy(proposed, base, "status");
            takeApplied(proposed, base, write);
        } else if (kind.subresources().contains("status")) {
            copy(current, base, "status");
        }
        base.put("apiVersion", kind.apiVersion());
        base.put("kind", kind.kind());
        FIXED.forEach(field -> copy(Meta.of(current), Meta.of(base), field));
        Meta.of(base).remove(List.of("resourceVersion", "selfLink"));
        Numbers.unify(base);
        Form form = store.kinds().form(kind);
        ObjectNode next = Draft.read(kind, form, base);
        Allotments.keep(kind, current, next, store);
        Draft.claim(kind, form, current, next, write, now);
        Admission passed = write.subresource().isEmpty() ? admission : Admission.NONE;
        var proposal = new Proposal(kind, next, current, Meta.name(next), write.dryRun(), store, now);
        passed.complete(proposal);
        Numbers.unify(next);
        Generations.carryOn(kind, current, next);
        Draft.check(store.kinds().storage(kind), form, next, current);
        EphemeralPart.checkUntouched(kind, current, next, write);
        passed.check(proposal);
        return next;
    }

    private static ObjectNode base(Kind kind, ObjectNode current, ObjectNode proposed, Write write) {
        return EphemeralPart.isMeant(kind, write)
                ? EphemeralPart.of(current, proposed)
                : (isStatus(write) ? current : proposed).deepCopy();
    }

    /** Tells whether a write would leave all as it is; when a manager said the same again does not count. */
    static boolean changesNothing(ObjectNode current, ObjectNode next) {
        return next.equals(current) || timeless(next).equals(timeless(current));
    }

    private static ObjectNode timeless(ObjectNode object) {
        ObjectNode timeless = object.deepCopy();
        for (JsonNode entry : timeless.path("metadata").path("managedFields")) {
            ((ObjectNode) entry).remove("time");
        }
        return timeless;
    }

    private static boolean isStatus(Write write) {
        return write.subresource().equals("status");
    }

    /** Takes over the owners that an apply to the status has written. */
    private static void takeApplied(ObjectNode proposed, ObjectNode base, Write write) {
        if (write.writer().operation().equals("Apply")) {
            copy(Meta.of(proposed), Meta.of(base), "managedFields");
        }
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
