package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.MemoryStore;

/** Answers for {@code /finalize} of a namespace: what still has to happen before it may go. */
final class Finalizing implements Endpoint {
    private final MemoryStore store;

    Finalizing(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Reply answer(Ask ask) {
        if (!ask.target().verb().equals("update")) {
            throw Statuses.notAllowed();
        }
        ObjectNode sent = Bodies.object(ask).object();
        ObjectNode changed = store.change(ask.kind(), "", ask.target().name(), ask.write("finalize"), namespace -> {
            ArrayNode finalizers = namespace.withObjectProperty("spec").putArray("finalizers");
            sent.path("spec").path("finalizers").forEach(finalizers::add);
            return namespace;
        });
        return Reply.json(200, changed);
    }
}
