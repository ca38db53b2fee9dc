package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts the containers that are added to a running pod for debugging. */
public final class EphemeralContainers implements Reconciler {
    private static final Writer WRITER = Writer.updating("kubelet");

    private final ObjectStore store;
    private final InstantSource clock;

    public EphemeralContainers(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        boolean concerned =
                event.kind().equals(Kinds.POD) && event.type() != StoreEvent.Type.DELETED && isBehind(event.object());
        return concerned ? List.of(Key.of(Kinds.POD, event.object())) : List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        Optional<ObjectNode> found =
                store.get(key.kind(), key.namespace(), key.name()).filter(EphemeralContainers::isBehind);
        found.ifPresent(pod -> {
            JsonNode wanted = pod.path("spec").path("ephemeralContainers");
            var statuses = pod.withObjectProperty("status").withArrayProperty("ephemeralContainerStatuses");
            for (int i = statuses.size(); i < wanted.size(); i++) {
                start(pod, wanted.get(i), statuses.addObject());
            }
            pod.withObjectProperty("status").put("observedGeneration", Marks.generation(pod));
            store.updateStatus(Kinds.POD, pod, WRITER);
        });
        return Optional.empty();
    }

    private static boolean isBehind(ObjectNode pod) {
        int wanted = pod.path("spec").path("ephemeralContainers").size();
        return wanted > pod.path("status").path("ephemeralContainerStatuses").size()
                && PodState.phase(pod).equals("Running")
                && !Meta.isTerminating(pod);
    }

    private void start(ObjectNode pod, JsonNode container, ObjectNode status) {
        String image = container.path("image").asText();
        String name = container.path("name").asText();
        String id = UUID.nameUUIDFromBytes((Meta.uid(pod) + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
        status.put("name", name)
                .put("image", image)
                .put("imageID", image)
                .put("containerID", "simulated://" + id)
                .put("ready", false)
                .put("restartCount", 0);
        status.putObject("state").putObject("running").put("startedAt", Timestamps.write(clock.instant()));
        status.putObject("lastState");
    }

    @Override
    public String toString() {
        return "ephemeral containers";
    }
}
