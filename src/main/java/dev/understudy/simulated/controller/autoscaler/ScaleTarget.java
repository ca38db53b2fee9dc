package dev.understudy.simulated.controller.autoscaler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Selector;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.Write;
import dev.understudy.simulated.store.Writer;
import java.util.List;

/**
 * The workload that an autoscaler sizes.
 *
 * @param kind any kind with the subresource {@code scale}
 */
record ScaleTarget(ObjectStore store, Kind kind, ObjectNode object) {
    private static final Write WRITE = new Write(Writer.updating("kube-controller-manager"), "scale", false, false);

    /**
     * Finds the target of an autoscaler.
     *
     * @throws Unmeasured when there is none, in the controller's words
     */
    static ScaleTarget of(ObjectStore store, ObjectNode autoscaler) {
        JsonNode reference = autoscaler.path("spec").path("scaleTargetRef");
        String version = reference.path("apiVersion").asText();
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        String named = reference.path("kind").asText();
        Kind kind = store.kinds()
                .named(group, named)
                .orElseThrow(() -> failed("no matches for kind \"" + named + "\" in group \"" + group + "\""));
        if (!kind.subresources().contains("scale")) {
            throw failed("the server could not find the requested resource");
        }
        String name = reference.path("name").asText();
        return store.get(kind, Meta.namespace(autoscaler), name)
                .map(found -> new ScaleTarget(store, kind, found))
                .orElseThrow(() ->
                        failed(String.valueOf(Refusals.notFound(kind, name).getMessage())));
    }

    private static Unmeasured failed(String words) {
        return new Unmeasured("FailedGetScale", words);
    }

    int replicas() {
        return object.path("spec").path("replicas").asInt(1);
    }

    List<ObjectNode> pods() {
        Selector selector = Selector.of(object.path("spec").path("selector"));
        return store.view(Kinds.POD, Meta.namespace(object))
                .filter(selector::matches)
                .toList();
    }

    void scale(int replicas) {
        store.change(kind, Meta.namespace(object), Meta.name(object), WRITE, current -> {
            current.withObjectProperty("spec").put("replicas", replicas);
            return current;
        });
    }
}
