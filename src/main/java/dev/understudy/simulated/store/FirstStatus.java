package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The status that an object begins with, whatever the sender wrote there. */
final class FirstStatus {
    private FirstStatus() {}

    static void set(Kind kind, ObjectNode object) {
        // A node registers together with its status, as a kubelet does.
        if (!kind.subresources().contains("status") || kind.equals(Kinds.NODE)) {
            return;
        }
        ObjectNode status = object.putObject("status");
        if (kind.equals(Kinds.NAMESPACE)) {
            status.put("phase", "Active");
            ObjectNode spec = object.get("spec") instanceof ObjectNode found ? found : object.putObject("spec");
            spec.putArray("finalizers").add("kubernetes");
        } else if (kind.equals(Kinds.POD)) {
            status.put("phase", "Pending");
        } else if (kind.equals(Kinds.SERVICE)) {
            status.putObject("loadBalancer");
        }
    }
}
