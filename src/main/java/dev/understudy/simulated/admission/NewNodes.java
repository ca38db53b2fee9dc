package dev.understudy.simulated.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Admission;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Proposal;

/** Keeps pods off a new node until its kubelet reports that it is ready. */
final class NewNodes implements Admission {
    private static final String NOT_READY = "node.kubernetes.io/not-ready";

    @Override
    public void complete(Proposal proposal) {
        if (!proposal.kind().equals(Kinds.NODE) || !proposal.isCreation()) {
            return;
        }
        ObjectNode spec = proposal.object().withObjectProperty("spec");
        boolean tainted = spec.path("taints")
                .valueStream()
                .anyMatch(taint -> taint.path("key").asText().equals(NOT_READY));
        if (!tainted) {
            spec.withArrayProperty("taints").addObject().put("key", NOT_READY).put("effect", "NoSchedule");
        }
    }
}
