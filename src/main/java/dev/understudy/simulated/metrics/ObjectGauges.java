package dev.understudy.simulated.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the gauges that kube-state-metrics makes of objects. */
public final class ObjectGauges implements Reconciler {
    private final ObjectStore store;
    private final InstantSource clock;
    private final Measurements measurements;
    private final Map<Kind, Function<ObjectNode, Map<Labels, Double>>> makers = StateGauges.BY_KIND;

    public ObjectGauges(ObjectStore store, InstantSource clock, Measurements measurements) {
        this.store = store;
        this.clock = clock;
        this.measurements = measurements;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        return makers.containsKey(event.kind()) ? List.of(Key.of(event.kind(), event.object())) : List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        Function<ObjectNode, Map<Labels, Double>> maker = makers.getOrDefault(key.kind(), _ -> Map.of());
        Map<Labels, Double> gauges =
                store.view(key.kind(), key.namespace(), key.name()).map(maker).orElse(Map.of());
        measurements.set(key, gauges, clock.instant());
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "state-metrics";
    }
}
