package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.rules.Cause;
import java.util.List;

/** The containers for debugging of a pod: written through a subresource of their own, and only there. */
final class EphemeralPart {
    private static final String LIST = "ephemeralContainers";

    private EphemeralPart() {}

    static boolean isMeant(Kind kind, Write write) {
        return kind.equals(Kinds.POD) && write.subresource().equals("ephemeralcontainers");
    }

    /** Returns the stored pod with the list of the proposed one; whatever else differs is passed over. */
    static ObjectNode of(ObjectNode current, ObjectNode proposed) {
        ObjectNode pod = current.deepCopy();
        JsonNode wanted = proposed.path("spec").path(LIST);
        if (wanted.isMissingNode()) {
            pod.withObjectProperty("spec").remove(LIST);
        } else {
            pod.withObjectProperty("spec").set(LIST, wanted.deepCopy());
        }
        return pod;
    }

    /** Refuses to change the list together with the rest of the pod. */
    static void checkUntouched(Kind kind, ObjectNode current, ObjectNode next, Write write) {
        boolean same = current.path("spec").path(LIST).equals(next.path("spec").path(LIST));
        if (kind.equals(Kinds.POD) && !isMeant(kind, write) && !same) {
            Cause cause = new Cause(
                    "FieldValueForbidden",
                    "Forbidden: pod updates may not change fields other than `spec.containers[*].image`,"
                            + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only"
                            + " additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be"
                            + " set to 1 if it was previously negative)",
                    "spec");
            throw Refusals.invalid(kind, Meta.name(current), List.of(cause));
        }
    }
}
