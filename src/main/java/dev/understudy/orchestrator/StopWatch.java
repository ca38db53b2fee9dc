package dev.understudy.orchestrator;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.DrillRecords;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Sighting;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Signal;
import dev.understudy.guard.Preflight;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Watches for the two ways in which the cluster itself stops a drill: the namespace's consent is taken away, or
 * somebody else begins to undo the drill from its record.
 */
final class StopWatch implements Consumer<Sighting> {
    private final String drill;
    private final DrillRecords records;
    private final Signals signals;

    StopWatch(String drill, DrillRecords records, Signals signals) {
        this.drill = drill;
        this.records = records;
        this.signals = signals;
    }

    @Override
    public void accept(Sighting sighting) {
        switch (sighting) {
            case Sighting.Present(Instant _, ClusterObject object)
            when is(object, ResourceType.NAMESPACE) -> {
                if (!Preflight.optedIn(object)) {
                    signals.send(new Signal.Stop(
                            EndCause.OPT_IN_REMOVED,
                            "the label " + Preflight.OPT_IN + " of namespace "
                                    + object.ref().name() + " was taken away"));
                }
            }
            case Sighting.Present(Instant _, ClusterObject object) when isRecord(object) -> look(object);
            case Sighting.Removed(Instant _, ClusterObject object)
            when isRecord(object) -> foreign("somebody has removed the drill's record");
            case Sighting.Present _, Sighting.Removed _, Sighting.Blind _, Sighting.Seeing _ -> {}
        }
    }

    private static boolean is(ClusterObject object, ResourceType type) {
        return object.ref().type().equals(type);
    }

    private boolean isRecord(ClusterObject object) {
        return is(object, ResourceType.CONFIG_MAP)
                && object.ref().name().equals(DrillRecord.NAME)
                && object.label(DrillRecord.LABEL).filter(drill::equals).isPresent();
    }

    private void look(ClusterObject object) {
        try {
            records.find(object.ref().namespace()).stream()
                    .filter(r -> r.drill().equals(drill) && r.undoneBy() != null)
                    .findFirst()
                    .ifPresent(r -> foreign(r.undoneBy() + " undoes it from the record in the cluster"));
        } catch (ClusterException _) {
            // the mark will be seen again when the API server answers: the watch shows the record anew
        }
    }

    private void foreign(String detail) {
        signals.send(new Signal.Stop(EndCause.FOREIGN_UNDO, detail));
    }
}
