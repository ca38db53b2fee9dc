package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.container.Container;
import dev.understudy.simulated.container.Exits;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.Write;
import dev.understudy.simulated.store.Writer;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Reports that the command of a container has ended. A container for debugging is over then; of another one its kubelet
 * learns by the annotation that says how a process ends, for this life and no later one.
 */
public final class CommandExits implements Exits {
    private static final Writer WRITER = Writer.updating("kubelet");
    private static final String ANNOTATION = "simulated.understudy.dev/" + Traits.EXITS;

    private final MemoryStore store;
    private final InstantSource clock;

    public CommandExits(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void exited(Container container, int code) {
        if (container.isEphemeral()) {
            change(container, Write.statusBy(WRITER), pod -> end(pod, container, code));
        } else if (!isForetold(container.pod(), container.spec())) {
            change(container, Write.by(WRITER), pod -> annotate(pod, container, code));
        }
    }

    /** Simple commands are timed by the kubelet itself, and so are processes about which the pod's author has spoken. */
    static boolean isForetold(ObjectNode pod, JsonNode container) {
        boolean typed = container.path("stdin").asBoolean();
        boolean known = Script.of(Script.words(container)).isPresent() && !typed;
        String declared = Marks.annotation(pod, ANNOTATION);
        return known || !declared.isEmpty();
    }

    private static void annotate(ObjectNode pod, Container container, int code) {
        int lives = container.status().path("restartCount").asInt() + 1;
        Marks.annotate(pod, ANNOTATION + "." + container.name(), code + " " + lives + " times");
    }

    private void end(ObjectNode pod, Container container, int code) {
        for (JsonNode status : pod.path("status").path("ephemeralContainerStatuses")) {
            if (status.path("name").asText().equals(container.name())) {
                JsonNode started = status.path("state").path("running").path("startedAt");
                ((ObjectNode) status)
                        .putObject("state")
                        .putObject("terminated")
                        .put("exitCode", code)
                        .put("reason", code == 0 ? "Completed" : "Error")
                        .put("startedAt", started.asText())
                        .put("finishedAt", Timestamps.write(clock.instant()))
                        .put("containerID", status.path("containerID").asText());
            }
        }
    }

    private void change(Container container, Write write, Consumer<ObjectNode> change) {
        ObjectNode pod = container.pod();
        try {
            store.change(Kinds.POD, Meta.namespace(pod), Meta.name(pod), write, current -> {
                if (Meta.uid(current).equals(Meta.uid(pod))) {
                    change.accept(current);
                }
                return current;
            });
        } catch (StatusException gone) {
            // the pod was deleted meanwhile, and its container with it
        }
    }
}
