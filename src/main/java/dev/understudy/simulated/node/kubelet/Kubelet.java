package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import dev.understudy.simulated.traffic.Traffic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The kubelets of all nodes: they bring the pods bound to their node up, keep them running, and end them. Applications
 * do not really run; how a pod behaves is declared by annotations on it, see {@link Traits}, {@link Exits} and
 * {@link Health}.
 */
public final class Kubelet implements Reconciler {
    private static final Writer WRITER = Writer.updating("kubelet");

    private final ObjectStore store;
    private final InstantSource clock;
    private final Pace pace;
    private final Recorder recorder;
    private final Traffic traffic;
    private final Predicate<JsonNode> running;
    private final Neighbourhood neighbourhood = new Neighbourhood();
    private final PodAddresses addresses = new PodAddresses();
    /** What is remembered of each pod, by uid. */
    private final Map<String, PodRun> runs = new HashMap<>();

    /**
     * Prepares the kubelets.
     *
     * @param running tells of the spec of a container whether its command is really run; {@link CommandExits} hears then
     *     how it has ended
     */
    public Kubelet(
            ObjectStore store,
            InstantSource clock,
            Pace pace,
            Recorder recorder,
            Traffic traffic,
            Predicate<JsonNode> running) {
        this.store = store;
        this.clock = clock;
        this.pace = pace;
        this.recorder = recorder;
        this.traffic = traffic;
        this.running = running;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        boolean gone = event.type() == StoreEvent.Type.DELETED;
        if (gone && event.kind().equals(Kinds.POD)) {
            runs.remove(Meta.uid(event.object()));
            addresses.release(Meta.uid(event.object()));
        }
        if (neighbourhood.losesPower(event)) {
            // what ran there is found dead when the node comes back
            neighbourhood
                    .podsOn(Meta.name(event.object()))
                    .forEach(uid -> runs.computeIfPresent(uid, (_, run) -> Outage.of(run, clock.instant())));
        }
        return neighbourhood.concernedBy(event);
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        Optional<ObjectNode> found =
                store.view(key.kind(), key.namespace(), key.name()).filter(pod -> !isOver(pod));
        return found.flatMap(pod -> neighbourhood.host(pod).flatMap(host -> look(key, pod, host)));
    }

    /** Nothing is left to do for a pod that has ended, or that only somebody's finalizer still holds. */
    private static boolean isOver(ObjectNode pod) {
        boolean ended = PodState.finished(pod);
        return Meta.isTerminating(pod)
                ? pod.path("metadata").path("deletionGracePeriodSeconds").asLong() == 0
                : ended;
    }

    private Optional<Instant> look(Key key, ObjectNode pod, String host) {
        String uid = Meta.uid(pod);
        Look look = new Look(pod, new PodSurroundings(store, traffic, running, pod), pace, clock.instant());
        PodRun before = runs.get(uid);
        PodRun after = new PodSteps(look).advance(before == null ? Recollection.of(pod, look.now()) : before);
        write(pod, after, host, look.now());
        // remembered only now: a refused write is tried again from where it began
        runs.put(uid, after);
        look.remarks().forEach(remark -> recorder.record(pod, remark));
        neighbourhood.wants(key, pod, after);
        if (Meta.isTerminating(pod) && after.nothingRuns()) {
            store.delete(Kinds.POD, Meta.namespace(pod), Meta.name(pod), uid, "Background", 0, WRITER);
            return Optional.empty();
        }
        return look.due();
    }

    private void write(ObjectNode pod, PodRun run, String host, Instant now) {
        ObjectNode reported = pod.deepCopy();
        PodReport.write(reported, run, host, run.begun() ? addresses.of(Meta.uid(pod)) : "", now);
        if (!reported.equals(pod)) {
            store.updateStatus(Kinds.POD, reported, WRITER);
        }
    }

    @Override
    public String toString() {
        return "kubelet";
    }
}
