package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.StoreEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each pod without a node the best node that fits, the most important pods first, and says why where none does. A
 * pod that has to wait is looked at again when something changes that may help it. What nodes have left is kept as pods
 * come and go, so that a pod costs one look at each node.
 */
public final class Scheduler implements Reconciler {
    /** How many pods are placed before the other controllers have their turn. */
    private static final int AT_ONCE = 200;

    private static final Key ROUND = new Key(Kinds.POD, "", "");
    private static final Set<Kind> HELPFUL = Set.of(Kinds.VOLUME_CLAIM, Kinds.VOLUME, Kinds.STORAGE_CLASS);

    private final ObjectStore store;
    private final InstantSource clock;
    private final Places places = new Places();
    private final Waiting waiting = new Waiting();
    private final Turn turn;

    public Scheduler(ObjectStore store, InstantSource clock, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.turn = new Turn(store, places, new Binder(store, clock, recorder));
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.NODE)) {
            follow(event);
        } else if (event.kind().equals(Kinds.POD)) {
            followPod(event);
        } else if (HELPFUL.contains(event.kind())) {
            waiting.wake();
        }
        return waiting.isEmpty() ? List.of() : List.of(ROUND);
    }

    private void follow(StoreEvent event) {
        if (event.type() == StoreEvent.Type.DELETED) {
            places.remove(Meta.name(event.object()));
        } else if (places.update(event.object())) {
            waiting.wake();
        }
    }

    private void followPod(StoreEvent event) {
        ObjectNode pod = event.object();
        Key key = Key.of(Kinds.POD, pod);
        String node = pod.path("spec").path("nodeName").asText();
        if (event.type() == StoreEvent.Type.DELETED || PodState.finished(pod)) {
            waiting.remove(key);
            places.leave(key);
            waiting.wake();
        } else if (!node.isEmpty()) {
            boolean moved = event.before() == null
                    || !Marks.labels(event.before()).equals(Marks.labels(pod))
                    || event.before().path("spec").path("nodeName").asText().isEmpty();
            waiting.remove(key);
            places.seat(Guest.of(pod), node);
            if (moved) {
                waiting.wake();
            }
        } else if (isOurs(pod)) {
            queue(event, pod, key);
        } else {
            waiting.remove(key);
        }
    }

    private void queue(StoreEvent event, ObjectNode pod, Key key) {
        Guest guest = Guest.of(pod);
        places.nominate(guest, pod.path("status").path("nominatedNodeName").asText());
        boolean changed = event.before() == null
                || !event.before().path("spec").equals(pod.path("spec"))
                || !Marks.labels(event.before()).equals(Marks.labels(pod));
        if (changed || !waiting.knows(key)) {
            waiting.add(guest);
        }
    }

    private static boolean isOurs(ObjectNode pod) {
        JsonNode spec = pod.path("spec");
        return !Meta.isTerminating(pod)
                && spec.path("schedulingGates").isEmpty()
                && spec.path("schedulerName").asText(Binder.COMPONENT).equals(Binder.COMPONENT);
    }

    @Override
    public Optional<Instant> reconcile(Key round) {
        for (int i = 0; i < AT_ONCE; i++) {
            Optional<Guest> next = waiting.poll();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            take(next.get());
        }
        return Optional.of(clock.instant());
    }

    private void take(Guest guest) {
        Key key = guest.key();
        Optional<ObjectNode> pod = store.get(Kinds.POD, key.namespace(), key.name())
                .filter(found -> Meta.uid(found).equals(guest.uid()) && isOurs(found))
                .filter(found -> found.path("spec").path("nodeName").asText().isEmpty());
        if (pod.isEmpty()) {
            waiting.remove(key);
            return;
        }
        try {
            if (turn.of(guest, pod.get())) {
                waiting.remove(key);
            }
        } catch (StatusException refused) {
            waiting.wake(key);
            throw refused;
        }
    }

    @Override
    public String toString() {
        return Binder.COMPONENT;
    }
}
