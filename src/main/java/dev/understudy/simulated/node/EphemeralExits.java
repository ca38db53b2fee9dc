package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.container.Container;
import dev.understudy.simulated.container.Exits;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.Write;
import dev.understudy.simulated.store.Writer;
import java.time.InstantSource;

/** Reports that the command of a container for debugging has ended. Such a container is never started again. */
public final class EphemeralExits implements Exits {
    private static final Writer WRITER = Writer.updating("kubelet");

    private final MemoryStore store;
    private final InstantSource clock;

    public EphemeralExits(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void exited(Container container, int code) {
        if (!container.isEphemeral()) {
            return;
        }
        ObjectNode pod = container.pod();
        try {
            store.change(Kinds.POD, Meta.namespace(pod), Meta.name(pod), Write.statusBy(WRITER), current -> {
                if (Meta.uid(current).equals(Meta.uid(pod))) {
                    current.path("status").path("ephemeralContainerStatuses").forEach(status -> {
                        if (status.path("name").asText().equals(container.name())) {
                            end((ObjectNode) status, code);
                        }
                    });
                }
                return current;
            });
        } catch (StatusException gone) {
            // the pod was deleted meanwhile, and its container with it
        }
    }

    private void end(ObjectNode status, int code) {
        JsonNode started = status.path("state").path("running").path("startedAt");
        status.putObject("state")
                .putObject("terminated")
                .put("exitCode", code)
                .put("reason", code == 0 ? "Completed" : "Error")
                .put("startedAt", started.asText())
                .put("finishedAt", Timestamps.write(clock.instant()))
                .put("containerID", status.path("containerID").asText());
    }
}
