package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.container.Container;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import java.util.stream.Collectors;

/** Finds the pod and the container that a request is about. */
final class ContainerChoice {
    private ContainerChoice() {}

    static ObjectNode pod(Ask ask, MemoryStore store) {
        String name = ask.target().name();
        return store.get(Kinds.POD, ask.target().namespace(), name)
                .orElseThrow(() -> Refusals.notFound(Kinds.POD, name));
    }

    /** Returns the container that the request names; without a name, the only main one. */
    static Container of(Ask ask, ObjectNode pod) {
        String wanted = ask.parameter("container");
        var main = pod.path("spec").path("containers");
        if (wanted.isEmpty() && main.size() > 1) {
            String names = Container.all(pod).stream().map(Container::name).collect(Collectors.joining(" "));
            throw Refusals.badRequest("a container name must be specified for pod " + Meta.name(pod)
                    + ", choose one of: [" + names + "]");
        }
        String name = wanted.isEmpty() ? main.path(0).path("name").asText() : wanted;
        return Container.find(pod, name)
                .orElseThrow(
                        () -> Refusals.badRequest("container " + wanted + " is not valid for pod " + Meta.name(pod)));
    }

    /** Refuses a pod that no node runs yet. */
    static void requireNode(ObjectNode pod) {
        if (pod.path("spec").path("nodeName").asText("").isEmpty()) {
            throw Refusals.badRequest("pod " + Meta.name(pod) + " does not have a host assigned");
        }
    }
}
