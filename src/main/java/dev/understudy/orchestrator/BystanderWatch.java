package dev.understudy.orchestrator;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Sighting;
import dev.understudy.drill.Signal;
import dev.understudy.guard.DrillPermissions;
import dev.understudy.probe.RolloutSlack;
import dev.understudy.probe.WorkloadReady;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Watches every workload beside the target and tells when one stops or begins to be ready. Safe for any thread.
 *
 * <p>Ready means: as many pods as it asked for before the first change, or as it asks for now where that is fewer, and
 * at least one. While it is rolled out, and until it is complete again, it may miss what its own strategy allows.
 */
final class BystanderWatch implements Consumer<Sighting> {
    private final ObjectRef target;
    private final DrillClock clock;
    private final Signals signals;
    private final Map<ObjectRef, ClusterObject> seen = new TreeMap<>();
    private final Map<ObjectRef, Integer> before = new HashMap<>();
    private final Set<ObjectRef> rolling = new HashSet<>();

    BystanderWatch(ObjectRef target, DrillClock clock, Signals signals) {
        this.target = target;
        this.clock = clock;
        this.signals = signals;
    }

    /** The first injection begins: tells what was ready, and measures against it from now on. */
    synchronized void begin() {
        ClusterView view = new ClusterView(clock.now().at(), seen);
        List<ObjectRef> ready = new ArrayList<>();
        List<ObjectRef> unready = new ArrayList<>();
        seen.values().stream().filter(this::bystander).forEach(workload -> {
            before.put(workload.ref(), WorkloadReady.desired(workload.ref(), view));
            (missing(workload) ? unready : ready).add(workload.ref());
        });
        signals.send(new Signal.Surveyed(ready, unready));
    }

    @Override
    public synchronized void accept(Sighting sighting) {
        switch (sighting) {
            case Sighting.Present(Instant at, ClusterObject object)
            when DrillPermissions.BYSTANDERS.contains(object.ref().type()) -> {
                seen.put(object.ref(), object);
                if (bystander(object)) {
                    boolean ready = !missing(object);
                    tell(at, object.ref(), ready, WorkloadReady.words(object, needed(object)));
                }
            }
            case Sighting.Removed(Instant at, ClusterObject object)
            when seen.remove(object.ref()) != null -> tell(at, object.ref(), false, "it was deleted");
            case Sighting.Present _, Sighting.Removed _, Sighting.Blind _, Sighting.Seeing _ -> {}
        }
    }

    private boolean bystander(ClusterObject object) {
        return !object.ref().type().equals(ResourceType.AUTOSCALER)
                && !object.ref().equals(target);
    }

    private boolean missing(ClusterObject workload) {
        int ready = WorkloadReady.ready(workload);
        boolean complete = ready >= needed(workload);
        if (RolloutSlack.underWay(workload)) {
            rolling.add(workload.ref());
        } else if (complete) {
            rolling.remove(workload.ref());
        }
        int spare = rolling.contains(workload.ref()) ? RolloutSlack.spare(workload, needed(workload)) : 0;
        return ready < needed(workload) - spare;
    }

    private int needed(ClusterObject workload) {
        int now = WorkloadReady.wanted(workload);
        return Math.max(1, Math.min(now, before.getOrDefault(workload.ref(), now)));
    }

    /** Before the first injection nothing is measured. */
    private void tell(Instant at, ObjectRef workload, boolean ready, String detail) {
        if (before.containsKey(workload)) {
            Duration late = Duration.between(at, clock.now().at());
            Duration error = late.isNegative() ? Duration.ZERO : late;
            signals.send(new Signal.Bystander(workload, ready, clock.offset().minus(error), error, detail));
        }
    }
}
