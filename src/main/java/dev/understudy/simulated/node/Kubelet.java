package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.node.Moments.Stage;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kubelets of all nodes: they bring the pods bound to their node up, keep their readiness, and end them. Containers
 * do not really run; how a pod behaves is declared by annotations on it.
 */
public final class Kubelet implements Reconciler {
    /** How long a pod takes from running until ready, such as {@code 2s}; overrides {@link Pace#podReady}. */
    public static final String READY_AFTER = "simulated.understudy.dev/ready-after";

    private static final Writer WRITER = Writer.updating("kubelet");

    private final ObjectStore store;
    private final InstantSource clock;
    private final Pace pace;
    private final KubeletEvents events;
    private final Readiness readiness;
    private final Moments moments;
    private final PodAddresses addresses = new PodAddresses();
    /** Pods whose readiness depends on other Services. */
    private final Set<Key> dependent = new LinkedHashSet<>();

    public Kubelet(ObjectStore store, InstantSource clock, Pace pace, Recorder recorder, Traffic traffic) {
        this.store = store;
        this.clock = clock;
        this.pace = pace;
        this.events = new KubeletEvents(recorder);
        this.readiness = new Readiness(pace, traffic);
        this.moments = new Moments(clock);
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.POD)) {
            return follow(event);
        }
        if (event.kind().equals(Kinds.NODE) && event.type() == StoreEvent.Type.ADDED) {
            return store.view(Kinds.POD, "")
                    .filter(pod -> nodeName(pod).equals(Meta.name(event.object())))
                    .map(pod -> Key.of(Kinds.POD, pod))
                    .toList();
        }
        boolean reach = event.kind().equals(Kinds.SERVICE) || event.kind().equals(Kinds.ENDPOINT_SLICE);
        return reach ? List.copyOf(dependent) : List.of();
    }

    private Collection<Key> follow(StoreEvent event) {
        ObjectNode pod = event.object();
        Key key = Key.of(Kinds.POD, pod);
        if (event.type() == StoreEvent.Type.DELETED) {
            moments.forget(Meta.uid(pod));
            addresses.release(Meta.uid(pod));
            dependent.remove(key);
            return List.of();
        }
        if (readiness.followsOthers(pod)) {
            dependent.add(key);
        }
        return nodeName(pod).isEmpty() ? List.of() : List.of(key);
    }

    private static String nodeName(ObjectNode pod) {
        return pod.path("spec").path("nodeName").asText();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        ObjectNode pod = store.get(key.kind(), key.namespace(), key.name()).orElse(null);
        if (pod == null) {
            return Optional.empty();
        }
        Optional<ObjectNode> node = store.get(Kinds.NODE, "", nodeName(pod));
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (Meta.isTerminating(pod)) {
            return stop(pod);
        }
        return PodState.finished(pod) ? Optional.empty() : advance(pod, node.get());
    }

    private Optional<Instant> advance(ObjectNode found, ObjectNode node) {
        if (Containers.running(found)) {
            return keepReady(found);
        }
        // a stage is timed before anybody can see it
        Instant created = moments.since(Meta.uid(found), Stage.CREATING).plus(pace.podStart());
        ObjectNode pod = found.path("status").has("startTime") ? found : accept(found, node);
        if (clock.instant().isBefore(created)) {
            return Optional.of(created);
        }
        boolean pullable = Containers.images(pod).stream()
                .allMatch(image -> Images.problem(image).isEmpty());
        return pullable ? start(pod) : backOff(pod);
    }

    private ObjectNode accept(ObjectNode pod, ObjectNode node) {
        PodReport.accepted(pod, node, clock.instant());
        return write(pod);
    }

    private ObjectNode write(ObjectNode pod) {
        return store.updateStatus(Kinds.POD, pod, WRITER);
    }

    private Optional<Instant> start(ObjectNode pod) {
        PodReport.running(pod, addresses.of(Meta.uid(pod)), clock.instant());
        moments.since(Meta.uid(pod), Stage.RUNNING);
        events.started(pod);
        if (readiness.isImmediate(pod)) {
            PodReport.ready(pod, true, clock.instant());
        }
        return keepReady(write(pod));
    }

    private Optional<Instant> keepReady(ObjectNode pod) {
        boolean ready = PodState.ready(pod);
        Instant due = moments.since(Meta.uid(pod), Stage.RUNNING).plus(readiness.delay(pod));
        if (!ready && clock.instant().isBefore(due)) {
            return Optional.of(due);
        }
        boolean wanted = readiness.reachesOthers(pod);
        if (ready != wanted) {
            PodReport.ready(pod, wanted, clock.instant());
            write(pod);
        }
        return Optional.empty();
    }

    private Optional<Instant> backOff(ObjectNode found) {
        Instant due = moments.since(Meta.uid(found), Stage.PULL_FAILED).plus(pace.imageBackOff());
        ObjectNode pod = found;
        if (Containers.waitingFor(pod).isEmpty()) {
            PodReport.unpulled(pod, "ErrImagePull");
            pod = write(pod);
            events.pullFailed(pod);
        }
        if (clock.instant().isBefore(due)) {
            return Optional.of(due);
        }
        if (!Containers.waitingFor(pod).equals("ImagePullBackOff")) {
            PodReport.unpulled(pod, "ImagePullBackOff");
            events.backedOff(write(pod));
        }
        return Optional.empty();
    }

    private Optional<Instant> stop(ObjectNode pod) {
        String uid = Meta.uid(pod);
        if (pod.path("metadata").path("deletionGracePeriodSeconds").asLong() == 0) {
            // only somebody's finalizer still holds it
            return Optional.empty();
        }
        if (!moments.has(uid, Stage.STOPPING)) {
            events.stopping(pod);
        }
        Instant due = moments.since(uid, Stage.STOPPING).plus(pace.podStop());
        if (clock.instant().isBefore(due)) {
            if (PodState.ready(pod)) {
                PodReport.ready(pod, false, clock.instant());
                write(pod);
            }
            return Optional.of(due);
        }
        store.delete(Kinds.POD, Meta.namespace(pod), Meta.name(pod), uid, "Background", 0, WRITER);
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "kubelet";
    }
}
