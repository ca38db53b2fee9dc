package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.custom.DefinedVersion;
import dev.understudy.simulated.custom.Definition;

/** The status that an object begins with, whatever the sender wrote there. */
final class FirstStatus {
    private FirstStatus() {}

    /** Tells whether the server gives the first status; a node brings its own when it registers. */
    static boolean isGiven(Kind kind) {
        return kind.subresources().contains("status") && !kind.equals(Kinds.NODE);
    }

    static void set(Kind kind, ObjectNode object) {
        if (!isGiven(kind) || !Kinds.ALL.contains(kind)) {
            return;
        }
        ObjectNode status = object.putObject("status");
        if (kind.equals(Kinds.NAMESPACE)) {
            status.put("phase", "Active");
            ObjectNode spec = object.get("spec") instanceof ObjectNode found ? found : object.putObject("spec");
            spec.putArray("finalizers").add("kubernetes");
        } else if (kind.equals(Kinds.POD)) {
            status.put("phase", "Pending");
            status.put("qosClass", PodQuality.of(object));
            tellGates(object, status);
        } else if (kind.equals(Kinds.SERVICE) || kind.equals(Kinds.INGRESS)) {
            status.putObject("loadBalancer");
        } else if (kind.equals(Kinds.DEFINITION)) {
            status.putObject("acceptedNames").put("plural", "").put("kind", "");
            Definition.read(object).versions().stream()
                    .filter(DefinedVersion::storage)
                    .forEach(version ->
                            status.withArrayProperty("storedVersions").add(version.name()));
        } else if (kind.equals(Kinds.VOLUME_CLAIM) || kind.equals(Kinds.VOLUME)) {
            status.put("phase", "Pending");
        } else if (kind.equals(Kinds.STATEFUL_SET)) {
            status.put("replicas", 0).put("availableReplicas", 0);
        } else if (kind.equals(Kinds.DAEMON_SET)) {
            status.put("currentNumberScheduled", 0).put("numberMisscheduled", 0);
            status.put("desiredNumberScheduled", 0).put("numberReady", 0);
        }
    }

    /** A gated pod says so from the first, before any scheduler sees it. */
    private static void tellGates(ObjectNode pod, ObjectNode status) {
        if (!pod.path("spec").path("schedulingGates").isEmpty()) {
            ObjectNode condition = status.putArray("conditions").addObject();
            condition.put("type", "PodScheduled").put("status", "False").put("reason", "SchedulingGated");
            condition.put("message", "Scheduling is blocked due to non-empty scheduling gates");
            condition.set("lastTransitionTime", pod.path("metadata").path("creationTimestamp"));
        }
    }
}
