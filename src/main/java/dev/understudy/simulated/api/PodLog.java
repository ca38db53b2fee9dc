package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Answers for {@code pods/log} with what the status of the container tells: no process runs, so nothing more is said. */
final class PodLog implements Endpoint {
    private final MemoryStore store;

    PodLog(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Reply answer(Ask ask) {
        String name = ask.target().name();
        ObjectNode pod = store.get(Kinds.POD, ask.target().namespace(), name)
                .orElseThrow(() -> Refusals.notFound(Kinds.POD, name));
        JsonNode container = container(ask, pod);
        List<String> lines = lines(pod, container, ask.flag("previous"));
        String tail = ask.parameter("tailLines");
        int from = tail.isEmpty() ? 0 : Math.max(0, lines.size() - Integer.parseInt(tail));
        StringBuilder text = new StringBuilder();
        lines.subList(from, lines.size()).forEach(line -> text.append(line).append('\n'));
        return Reply.text(text.toString());
    }

    private static JsonNode container(Ask ask, ObjectNode pod) {
        String wanted = ask.parameter("container");
        JsonNode containers = pod.path("spec").path("containers");
        if (wanted.isEmpty() && containers.size() > 1) {
            throw Refusals.badRequest("a container name must be specified for pod " + Meta.name(pod)
                    + ", choose one of: " + names(containers));
        }
        return named(
                        containers,
                        wanted.isEmpty() ? containers.path(0).path("name").asText() : wanted)
                .orElseThrow(
                        () -> Refusals.badRequest("container " + wanted + " is not valid for pod " + Meta.name(pod)));
    }

    private static List<String> lines(ObjectNode pod, JsonNode container, boolean previous) {
        String name = container.path("name").asText();
        JsonNode status =
                named(pod.path("status").path("containerStatuses"), name).orElse(container.path("status"));
        JsonNode waiting = status.path("state").path("waiting");
        if (status.isMissingNode() || !waiting.isMissingNode() && !previous) {
            String why = waiting.path("reason").asText("ContainerCreating");
            throw Refusals.badRequest(
                    "container \"" + name + "\" in pod \"" + Meta.name(pod) + "\" is waiting to start: " + why);
        }
        JsonNode state = status.path(previous ? "lastState" : "state");
        List<String> lines = new ArrayList<>();
        lines.add("simulated container " + name + " (" + container.path("image").asText() + ") started "
                + started(state));
        JsonNode ended = state.path("terminated");
        if (!ended.isMissingNode()) {
            lines.add("simulated container " + name + " ended with code "
                    + ended.path("exitCode").asInt() + " "
                    + ended.path("reason").asText(""));
        } else if (status.path("ready").asBoolean()) {
            lines.add("simulated container " + name + " is ready");
        }
        return lines;
    }

    private static String started(JsonNode state) {
        String running = state.path("running").path("startedAt").asText("");
        return running.isEmpty() ? state.path("terminated").path("startedAt").asText("") : running;
    }

    private static Optional<JsonNode> named(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst();
    }

    private static String names(JsonNode containers) {
        List<String> names = new ArrayList<>();
        containers.forEach(container -> names.add(container.path("name").asText()));
        return names.toString();
    }
}
