package dev.understudy.simulated.controller.autoscaler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.load.RequestRates;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at every autoscaler each fifteen seconds, at the cluster's pace, and sizes its workload. */
public final class Autoscalers implements Reconciler {
    private static final Duration PERIOD = Duration.ofSeconds(15);

    private final ObjectStore store;
    private final InstantSource clock;
    private final Pace pace;
    private final Recorder recorder;
    private final RequestRates rates;
    private final Map<Key, History> histories = new HashMap<>();

    public Autoscalers(ObjectStore store, InstantSource clock, Pace pace, Recorder recorder, RequestRates rates) {
        this.store = store;
        this.clock = clock;
        this.pace = pace;
        this.recorder = recorder;
        this.rates = rates;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (!event.kind().equals(Kinds.AUTOSCALER)) {
            return List.of();
        }
        Key key = Key.of(Kinds.AUTOSCALER, event.object());
        if (event.type() == StoreEvent.Type.DELETED) {
            histories.remove(key);
            return List.of();
        }
        boolean changed = event.before() == null
                || !event.before().path("spec").equals(event.object().path("spec"));
        return changed ? List.of(key) : List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        Optional<ObjectNode> autoscaler = store.get(key.kind(), key.namespace(), key.name());
        if (autoscaler.isEmpty()) {
            return Optional.empty();
        }
        History history = histories.computeIfAbsent(key, _ -> new History());
        new Sizing(store, clock.instant(), pace, recorder, rates, history).of(autoscaler.get());
        return Optional.of(clock.instant().plus(pace.round(PERIOD)));
    }

    @Override
    public String toString() {
        return Sizing.COMPONENT;
    }
}
