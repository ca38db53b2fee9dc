package dev.understudy.orchestrator;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.FieldPath;
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
    private static final FieldPath MARK = FieldPath.of("data." + DrillRecord.MARK);

    private final String drill;
    private final Signals signals;

    StopWatch(String drill, Signals signals) {
        this.drill = drill;
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

    /** The mark stands in the record itself, so nothing has to be asked. */
    private void look(ClusterObject object) {
        object.json(MARK).ifPresent(who -> foreign(who + " undoes it from the record in the cluster"));
    }

    private void foreign(String detail) {
        signals.send(new Signal.Stop(EndCause.FOREIGN_UNDO, detail));
    }
}
