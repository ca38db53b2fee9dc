package dev.understudy.drill;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Undone;
import dev.understudy.exclusion.Actor;
import dev.understudy.probe.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that reaches a drill from outside; {@link DrillRules} decides what it means. */
public sealed interface Signal {
    /** Time has passed. */
    record Tick() implements Signal {}

    /** A probe has read. */
    record Read(Reading reading) implements Signal {}

    /** At the first injection: the workloads beside the target, by whether they are ready. */
    record Surveyed(List<ObjectRef> ready, List<ObjectRef> unready) implements Signal {
        public Surveyed {
            ready = List.copyOf(ready);
            unready = List.copyOf(unready);
        }
    }

    /**
     * A workload beside the target has been looked at.
     *
     * @param at when it was so at the latest, as an offset on the drill's monotonic clock
     * @param error how much earlier it may have become so
     */
    record Bystander(ObjectRef workload, boolean ready, Duration at, Duration error, String detail) implements Signal {}

    /** The record with this fault's inverses stands in the cluster. */
    record RecordHeld(String fault, Instant expires) implements Signal {}

    /** The record could not be written. */
    record RecordRefused(String fault, String reason) implements Signal {}

    /** The fault is in. */
    record Injected(String fault, Duration took) implements Signal {}

    /** A round of a fault has been done, as far as it could. */
    record Repeated(
            String fault,
            int round,
            List<Change> changes,
            int podsHit,
            @Nullable String trouble) implements Signal {
        public Repeated {
            changes = List.copyOf(changes);
        }
    }

    /** A pod of the target has appeared that was not there when the drill was planned. */
    record PodAppeared(String pod) implements Signal {}

    /** The fault is not in, or only partly. */
    record NotInjected(String fault, String reason) implements Signal {}

    /** One of a fault's changes has been undone, or could not be. */
    record ChangeAnswered(String fault, int index, Undone undone) implements Signal {}

    /** The record is gone. */
    record RecordGone() implements Signal {}

    /** The record stays. */
    record RecordStays(String reason) implements Signal {}

    /** What is left has been looked at. */
    record Concluded(List<String> changesLeft) implements Signal {
        public Concluded {
            changesLeft = List.copyOf(changesLeft);
        }
    }

    /** An alert fired. */
    record Alerted(Map<String, String> labels, @Nullable Instant startsAt) implements Signal {
        public Alerted {
            labels = Map.copyOf(labels);
        }
    }

    /** Somebody says that they take it. */
    record AcknowledgedBy(String responder, @Nullable Instant sourceTime) implements Signal {}

    /** Somebody wrote in the target namespace. */
    record Wrote(
            Actor actor,
            String verb,
            String object,
            @Nullable Instant sourceTime) implements Signal {}

    /** Somebody looked at something in the target namespace. */
    record LookedAt(String responder, String what) implements Signal {}

    /** An excluded responder said what to do. */
    record Advised(String responder, String what) implements Signal {}

    /** An excluded responder is said to have done something. */
    record Intervened(String responder, String what) implements Signal {}

    /** The facilitator gives a hint of the scenario's ladder. */
    record Hinted(int level) implements Signal {}

    /** Somebody breaks the glass. */
    record GlassBroke(String responder, String reason, boolean realEmergency) implements Signal {}

    /** Somebody writes something down. */
    record Remarked(String text) implements Signal {}

    /** Somebody or something stops the drill. */
    record Stop(EndCause cause, String detail) implements Signal {}
}
