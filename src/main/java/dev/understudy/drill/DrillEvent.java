package dev.understudy.drill;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.UndoResult;
import dev.understudy.debrief.Debrief;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.probe.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact of a drill, in the past tense. The list of them is the only store of a drill. */
public sealed interface DrillEvent {
    /** The drill exists; nothing has been touched. */
    record Opened(Briefing briefing) implements DrillEvent {}

    /** From here on this responder is out. Only recorded: nothing in the cluster enforces it yet. */
    record ExclusionArmed(String responder, String reason) implements DrillEvent {}

    /**
     * What a fault will change, with values of Secrets hidden.
     *
     * @param podsHit pods that will be deleted, restarted or cut off
     * @param podsOfTarget the target's pods before the first change
     */
    record FaultPlanned(String fault, List<Change> changes, int podsHit, int podsOfTarget) implements DrillEvent {
        public FaultPlanned {
            changes = List.copyOf(changes);
        }
    }

    /** A probe's quality changed, or it read for the first time. */
    record ProbeTurned(Reading reading) implements DrillEvent {}

    /** Steady state held for the stated time; the drill may act. */
    record SteadyStateHeld() implements DrillEvent {}

    /** The inverses of a fault's changes stand in the cluster, and from when on anybody may use them. */
    record RecordWritten(String fault, Instant expires) implements DrillEvent {}

    /** It cannot begin; nothing was touched. */
    record Refused(List<String> reasons) implements DrillEvent {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** The decision to make a fault's changes, taken while steady state holds; zero of the clocks for the first. */
    record InjectionBegun(String fault) implements DrillEvent {}

    /**
     * All changes of a fault are made.
     *
     * @param took from the decision to the last accepted change: the error of the moment
     */
    record FaultInjected(String fault, Duration took) implements DrillEvent {}

    /**
     * The decision to put a fault in again.
     *
     * @param round from 1; the first injection is none
     */
    record RoundBegun(String fault, int round) implements DrillEvent {}

    /**
     * What a further round of a fault did; nothing of it has to be undone.
     *
     * @param changes what was changed
     * @param podsHit pods that were hit by this round
     * @param trouble why not all of it, or nothing, was done; null when all was
     */
    record FaultRepeated(
            String fault,
            int round,
            List<Change> changes,
            int podsHit,
            @Nullable String trouble) implements DrillEvent {
        public FaultRepeated {
            changes = List.copyOf(changes);
        }
    }

    /** A fault could not be injected; some of its changes may have been made. */
    record InjectionFailed(String fault, String reason) implements DrillEvent {}

    /** First broken steady state after the first injection. */
    record ImpactSeen(String probe, Duration at, Duration error) implements DrillEvent {}

    /**
     * First alert for this drill's fault, or a person's report.
     *
     * @param sourceTime when the source says it was; null when it does not say
     */
    record Detected(String alert, @Nullable Instant sourceTime) implements DrillEvent {}

    /** An eligible responder took it. */
    record Acknowledged(String responder, @Nullable Instant sourceTime) implements DrillEvent {}

    /** Another eligible responder took it after the first. */
    record AlsoAcknowledged(String responder, @Nullable Instant sourceTime) implements DrillEvent {}

    /** Somebody was seen to change something in the target namespace. */
    record ChangeSeen(
            Actor actor,
            String verb,
            String object,
            @Nullable Instant sourceTime) implements DrillEvent {}

    /**
     * An excluded responder got involved.
     *
     * @param sourceTime when the source says it was; null when it does not say
     */
    record Breached(
            String responder,
            BreachKind kind,
            String detail,
            @Nullable Instant sourceTime) implements DrillEvent {}

    /** The facilitator helped. */
    record HintGiven(int level, String text) implements DrillEvent {}

    /** Somebody called for help from outside the drill. */
    record GlassBroken(String responder, String reason, boolean realEmergency) implements DrillEvent {}

    /** Somebody wrote something down. */
    record Noted(String text) implements DrillEvent {}

    /**
     * The workloads beside the target whose readiness is watched from the first injection to the close.
     *
     * @param ready those that were ready then
     * @param unready those that were not; what becomes of them is not the drill's doing
     */
    record BystandersWatched(List<ObjectRef> ready, List<ObjectRef> unready) implements DrillEvent {
        public BystandersWatched {
            ready = List.copyOf(ready);
            unready = List.copyOf(unready);
        }
    }

    /**
     * A workload beside the target that was ready at the first injection is not any more.
     *
     * @param detail how much of it is ready, in words
     */
    record SpreadSeen(ObjectRef workload, Duration at, Duration error, String detail) implements DrillEvent {}

    /** It is ready again. */
    record SpreadEnded(ObjectRef workload, Duration at, Duration error) implements DrillEvent {}

    /** Sustained steady state: when it began. */
    record RecoverySeen(Duration at, Duration error) implements DrillEvent {}

    /** The fault's own time is up; our undo of it begins. */
    record FaultEnded(String fault) implements DrillEvent {}

    /** The orchestrator died and has been started again, or was told to end while it was undoing: nobody waits any more. */
    record Interrupted(String detail) implements DrillEvent {}

    /** The drill is over for the responders; what is left is undone. */
    record EndDecided(EndCause cause, String detail) implements DrillEvent {}

    /**
     * What came of undoing one change.
     *
     * @param index position in the fault's changes
     * @param by who set what is there now; null when it was us or nobody
     */
    record ChangeUndone(
            String fault,
            int index,
            UndoResult result,
            @Nullable String by,
            String detail) implements DrillEvent {}

    /** The record in the cluster is gone. */
    record RecordRemoved() implements DrillEvent {}

    /** The record stays in the cluster, because something could not be undone or it could not be removed. */
    record RecordKept(String reason) implements DrillEvent {}

    /** This responder is back. */
    record ExclusionLifted(String responder) implements DrillEvent {}

    /**
     * The end.
     *
     * @param changesLeft what responders changed and is still there
     */
    record Closed(Outcome outcome, List<String> changesLeft) implements DrillEvent {
        public Closed {
            changesLeft = List.copyOf(changesLeft);
        }
    }

    /** People have talked about it; the latest debrief counts. */
    record Debriefed(Debrief debrief) implements DrillEvent {}
}
