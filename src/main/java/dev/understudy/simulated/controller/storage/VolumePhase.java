package dev.understudy.simulated.controller.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.Writer;

/** The phases of volumes: Pending, Available, Bound, Released. */
final class VolumePhase {
    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private VolumePhase() {}

    static String of(ObjectNode volume) {
        return volume.path("status").path("phase").asText();
    }

    /** Writes another phase; the same one again is no write. */
    static void write(ObjectStore store, ObjectNode volume, String phase) {
        if (!of(volume).equals(phase)) {
            ObjectNode next = volume.deepCopy();
            next.withObjectProperty("status").put("phase", phase);
            store.updateStatus(Kinds.VOLUME, next, WRITER);
        }
    }
}
