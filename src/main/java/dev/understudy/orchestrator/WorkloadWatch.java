package dev.understudy.orchestrator;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Sighting;
import dev.understudy.drill.Signal;
import dev.understudy.probe.Probe;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import dev.understudy.probe.WorkloadReady;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a workload's readiness from the watch, the moment it changes. While the watch cannot see, the reading is
 * unknown.
 */
final class WorkloadWatch implements Consumer<Sighting> {
    private final Probe probe;
    private final ObjectRef workload;
    private final int needed;
    private final DrillClock clock;
    private final Signals signals;
    private @Nullable ClusterObject latest;

    /**
     * Reads for one probe.
     *
     * @param needed how many pods must be ready
     */
    WorkloadWatch(Probe probe, ObjectRef workload, int needed, DrillClock clock, Signals signals) {
        this.probe = probe;
        this.workload = workload;
        this.needed = needed;
        this.clock = clock;
        this.signals = signals;
    }

    @Override
    public void accept(Sighting sighting) {
        switch (sighting) {
            case Sighting.Present(Instant at, ClusterObject object)
            when object.ref().equals(workload) -> {
                latest = object;
                read(at, object);
            }
            case Sighting.Removed(Instant at, ClusterObject object)
            when object.ref().equals(workload) -> {
                latest = null;
                read(at, Quality.BAD, "it does not exist");
            }
            case Sighting.Blind(Instant at, var type, String why)
            when type.equals(workload.type()) -> read(at, Quality.UNKNOWN, why);
            case Sighting.Seeing(Instant at, var type) when type.equals(workload.type()) -> seeing(at);
            case Sighting.Present _, Sighting.Removed _, Sighting.Blind _, Sighting.Seeing _ -> {}
        }
    }

    /** After a gap an object that did not change is not shown again. */
    private void seeing(Instant at) {
        if (latest == null) {
            read(at, Quality.BAD, "it does not exist");
        } else {
            read(at, latest);
        }
    }

    private void read(Instant at, ClusterObject object) {
        read(at, WorkloadReady.quality(object, needed), WorkloadReady.words(object, needed));
    }

    private void read(Instant at, Quality quality, String detail) {
        Duration late = Duration.between(at, clock.now().at());
        Duration error = late.isNegative() ? Duration.ZERO : late;
        signals.send(new Signal.Read(
                new Reading(probe.name(), quality, clock.offset().minus(error), error, detail)));
    }
}
