package dev.understudy.simulated.controller.daemon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Meta;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds back the replacement of pods that fail on the same node again and again: one second, then twice as long each
 * time, up to fifteen minutes, at the cluster's pace.
 */
final class FailedPods {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 10;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private record Place(Key set, long generation, String node) {}

    private record Wait(int doublings, Instant until) {}

    private final InstantSource clock;
    private final Pace pace;
    private final Map<Place, Wait> waits = new HashMap<>();

    FailedPods(InstantSource clock, Pace pace) {
        this.clock = clock;
        this.pace = pace;
    }

    /** Tells whether an ended pod may be replaced now, and if so makes the next one on this node wait longer. */
    boolean mayReplace(Key key, ObjectNode set, ObjectNode pod, String node) {
        if (!PodState.phase(pod).equals("Failed")) {
            return true;
        }
        Instant now = clock.instant();
        Place place = new Place(key, Marks.generation(set), node);
        Wait wait = waits.getOrDefault(place, new Wait(0, Instant.EPOCH));
        if (now.isBefore(wait.until())) {
            return false;
        }
        Duration length = FIRST.multipliedBy(1L << Math.min(wait.doublings(), MOST_DOUBLINGS));
        Duration capped = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        waits.put(place, new Wait(wait.doublings() + 1, now.plus(pace.round(capped))));
        return true;
    }

    /** Returns when the next replacement may be made that has to wait now. */
    Optional<Instant> nextDue(Key key) {
        Instant now = clock.instant();
        return waits.entrySet().stream()
                .filter(entry -> entry.getKey().set().equals(key))
                .map(entry -> entry.getValue().until())
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    void forget(Key key) {
        waits.keySet().removeIf(place -> place.set().equals(key));
    }

    /** Returns what there is to say about a pod that is removed because it has ended. */
    static Optional<Remark> remark(ObjectNode pod) {
        String where = Meta.namespace(pod) + "/" + Meta.name(pod) + " on node " + DaemonPod.node(pod);
        return switch (PodState.phase(pod)) {
            case "Failed" ->
                Optional.of(Remark.warning(
                        "daemonset-controller",
                        "FailedDaemonPod",
                        "Found failed daemon pod " + where + ", will try to kill it"));
            case "Succeeded" ->
                Optional.of(Remark.normal(
                        "daemonset-controller",
                        "SucceededDaemonPod",
                        "Found succeeded daemon pod " + where + ", will try to delete it"));
            default -> Optional.empty();
        };
    }
}
