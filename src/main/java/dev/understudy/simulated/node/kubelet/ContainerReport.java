package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.node.kubelet.ContainerSpec.Role;
import dev.understudy.simulated.node.kubelet.State.Ended;
import dev.understudy.simulated.node.kubelet.State.Running;
import dev.understudy.simulated.node.kubelet.State.Waiting;
import dev.understudy.simulated.object.Timestamps;

/** One entry of {@code containerStatuses}. */
final class ContainerReport {
    /** What the identities of containers begin with. */
    static final String RUNTIME = "simulated://";

    private ContainerReport() {}

    static ObjectNode of(ContainerSpec spec, Life life) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        boolean lived = !(life.state() instanceof Waiting) || life.last().isPresent();
        status.put("name", spec.name())
                .put("image", spec.image())
                .put("imageID", lived ? Images.id(spec.image()) : "")
                .put("ready", isReady(spec, life))
                .put("restartCount", life.restarts())
                .put("started", life.isStarted());
        write(status.putObject("state"), life.state());
        ObjectNode last = status.putObject("lastState");
        life.last().ifPresent(ended -> write(last, ended));
        String id = id(life);
        if (!id.isEmpty()) {
            status.put("containerID", RUNTIME + id);
        }
        return status;
    }

    /** An init container is ready when it has done its work. */
    private static boolean isReady(ContainerSpec spec, Life life) {
        return spec.role() == Role.INIT ? life.hasCompleted() : life.isReady();
    }

    private static String id(Life life) {
        return switch (life.state()) {
            case Running running -> running.id();
            case Ended ended -> ended.id();
            case Waiting _ -> life.last().map(Ended::id).orElse("");
        };
    }

    private static void write(ObjectNode into, State state) {
        switch (state) {
            case Waiting waiting -> {
                ObjectNode written = into.putObject("waiting").put("reason", waiting.reason());
                if (!waiting.message().isEmpty()) {
                    written.put("message", waiting.message());
                }
            }
            case Running running -> into.putObject("running").put("startedAt", Timestamps.write(running.since()));
            case Ended ended ->
                into.putObject("terminated")
                        .put("exitCode", ended.code())
                        .put("reason", ended.reason())
                        .put("startedAt", Timestamps.write(ended.since()))
                        .put("finishedAt", Timestamps.write(ended.at()))
                        .put("containerID", RUNTIME + ended.id());
        }
    }
}
