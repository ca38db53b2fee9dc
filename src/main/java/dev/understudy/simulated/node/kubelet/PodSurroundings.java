package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.traffic.Traffic;
import java.util.Optional;
import java.util.function.Predicate;

/** What a pod of the simulated cluster finds around it; everything is to be looked at only. */
record PodSurroundings(ObjectStore store, Traffic traffic, Predicate<JsonNode> running, ObjectNode pod)
        implements Surroundings {
    @Override
    public Optional<ObjectNode> config(String kind, String name) {
        return store.view(kind.equals("secret") ? Kinds.SECRET : Kinds.CONFIG_MAP, Meta.namespace(pod), name);
    }

    @Override
    public boolean reachesOthers() {
        return traffic.unreachable(pod).isEmpty();
    }

    @Override
    public boolean runs(JsonNode container) {
        return running.test(container);
    }
}
