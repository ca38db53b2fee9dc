package dev.understudy.orchestrator;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Sighting;
import dev.understudy.drill.Signal;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Notices each pod that was not there when the drill was planned, once. */
final class Newcomers implements Consumer<Sighting> {
    private final Set<String> known;
    private final Signals signals;

    /**
     * Knows the pods of a view.
     *
     * @param before must have been taken with pods in its scope
     */
    Newcomers(ClusterView before, Signals signals) {
        this.known = before.all(ResourceType.POD).stream()
                .map(ClusterObject::uid)
                .collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));
        this.signals = signals;
    }

    @Override
    public void accept(Sighting sighting) {
        if (sighting instanceof Sighting.Present(Instant _, ClusterObject object)
                && object.ref().type().equals(ResourceType.POD)
                && known.add(object.uid())) {
            signals.send(new Signal.PodAppeared(object.ref().name()));
        }
    }
}
