package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pods. */
final class PodRules implements KindRules {
    private static final List<String> CHANGEABLE =
            List.of("activeDeadlineSeconds", "tolerations", "terminationGracePeriodSeconds", "ephemeralContainers");

    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        PodTemplates.fill(spec);
        PodTemplates.fillRequests(spec);
        Fill.in(spec, "enableServiceLinks", true);
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        PodSpecs.check(object.path("spec"), "spec", problems);
        if (before != null) {
            checkGates(object, before, problems);
        }
        EphemeralContainers.check(object, before, problems);
        if (before != null && !fixedPart(object, before).equals(fixedPart(before, before))) {
            problems.forbidden(
                    "spec",
                    "pod updates may not change fields other than `spec.containers[*].image`,"
                            + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions"
                            + " to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it"
                            + " was previously negative)");
        }
    }

    /** Gates may be opened one by one, and none be added. */
    private static void checkGates(ObjectNode object, ObjectNode before, Problems problems) {
        for (JsonNode gate : object.path("spec").path("schedulingGates")) {
            boolean known = false;
            for (JsonNode old : before.path("spec").path("schedulingGates")) {
                known |= old.equals(gate);
            }
            if (!known) {
                problems.forbidden(
                        "spec.schedulingGates",
                        "only deletion is allowed, but found new scheduling gate '"
                                + gate.path("name").asText() + "'");
            }
        }
    }

    /** The part of the spec that stays as it was made; a pod without a node may be given one. */
    private static ObjectNode fixedPart(ObjectNode pod, ObjectNode before) {
        ObjectNode spec = (ObjectNode) pod.path("spec").deepCopy();
        spec.remove(CHANGEABLE);
        if (!before.path("spec").has("nodeName")) {
            spec.remove("nodeName");
        }
        spec.remove("schedulingGates");
        for (String list : List.of("containers", "initContainers")) {
            Fill.each(spec.path(list)).forEach(container -> container.remove(List.of("image", "imagePullPolicy")));
        }
        return spec;
    }
}
