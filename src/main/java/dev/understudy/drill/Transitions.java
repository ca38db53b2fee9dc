package dev.understudy.drill;

import dev.understudy.drill.FaultState.Progress;
import dev.understudy.probe.Steadiness;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which event may follow which state, and what it makes of it: the one place that knows. */
final class Transitions {
    private static final Set<Phase> ALIVE = EnumSet.of(Phase.PREPARING, Phase.HELD, Phase.RUNNING, Phase.ENDING);
    private static final Set<Phase> BEFORE_END = EnumSet.of(Phase.PREPARING, Phase.HELD, Phase.RUNNING);
    private static final Set<Phase> RUNNING = EnumSet.of(Phase.RUNNING);
    private static final Set<Phase> ENDING = EnumSet.of(Phase.ENDING);

    private Transitions() {}

    static Drill open(Entry entry) {
        if (!(entry.event() instanceof DrillEvent.Opened(Briefing briefing)) || entry.number() != 0) {
            throw new IllegalEvent(Phase.PREPARING, entry.event(), "a drill begins with Opened, numbered 0");
        }
        return new Drill(
                1,
                Phase.PREPARING,
                briefing,
                entry.stamp(),
                entry.stamp(),
                Steadiness.of(briefing.steadyProbes()),
                Steadiness.of(briefing.guardProbes()),
                false,
                Drill.briefed(briefing),
                RecordState.ABSENT,
                false,
                List.of(),
                Marks.NONE,
                Involvement.NONE,
                Bystanders.UNSEEN,
                null,
                null,
                List.of(),
                null);
    }

    static Drill after(Drill drill, Entry entry) {
        DrillEvent event = entry.event();
        if (entry.number() != drill.length()) {
            throw new IllegalEvent(drill.phase(), event, "number " + entry.number() + " after " + drill.length());
        }
        if (!allowed(event).contains(drill.phase())) {
            throw new IllegalEvent(drill.phase(), event, "");
        }
        Draft draft = new Draft(drill, entry.stamp());
        fold(draft, entry);
        return draft.drill();
    }

    private static Set<Phase> allowed(DrillEvent event) {
        return switch (event) {
            case DrillEvent.Opened _ -> EnumSet.noneOf(Phase.class);
            case DrillEvent.ExclusionArmed _,
                    DrillEvent.FaultPlanned _,
                    DrillEvent.SteadyStateHeld _,
                    DrillEvent.Refused _ -> EnumSet.of(Phase.PREPARING);
            case DrillEvent.RecordWritten _, DrillEvent.EndDecided _ -> BEFORE_END;
            case DrillEvent.FaultInjected _, DrillEvent.InjectionFailed _, DrillEvent.FaultRepeated _ ->
                EnumSet.of(Phase.RUNNING, Phase.ENDING);
            case DrillEvent.InjectionBegun _ -> EnumSet.of(Phase.HELD, Phase.RUNNING);
            case DrillEvent.ImpactSeen _, DrillEvent.RecoverySeen _, DrillEvent.FaultEnded _, DrillEvent.RoundBegun _ ->
                RUNNING;
            case DrillEvent.BystandersWatched _, DrillEvent.SpreadSeen _, DrillEvent.SpreadEnded _ ->
                EnumSet.of(Phase.RUNNING, Phase.ENDING);
            case DrillEvent.Detected _, DrillEvent.Acknowledged _, DrillEvent.AlsoAcknowledged _ ->
                EnumSet.of(Phase.RUNNING, Phase.ENDING);
            case DrillEvent.ProbeTurned _,
                    DrillEvent.ChangeSeen _,
                    DrillEvent.Breached _,
                    DrillEvent.HintGiven _,
                    DrillEvent.GlassBroken _,
                    DrillEvent.Interrupted _ -> ALIVE;
            case DrillEvent.ChangeUndone _ -> EnumSet.of(Phase.RUNNING, Phase.ENDING);
            case DrillEvent.RecordRemoved _,
                    DrillEvent.RecordKept _,
                    DrillEvent.ExclusionLifted _,
                    DrillEvent.Closed _ -> ENDING;
            case DrillEvent.Debriefed _ -> EnumSet.of(Phase.CLOSED);
            case DrillEvent.Noted _ -> EnumSet.allOf(Phase.class);
        };
    }

    private static void fold(Draft d, Entry entry) {
        Duration at = entry.stamp().offset();
        Grade grade = entry.origin().grade();
        switch (entry.event()) {
            case DrillEvent.Opened _, DrillEvent.Noted _ -> {}
            case DrillEvent.Interrupted _ -> d.interrupted = true;
            case DrillEvent.ExclusionArmed e -> {
                d.require(!d.armed.contains(e.responder()), e, "that responder is out already");
                d.armed.add(e.responder());
            }
            case DrillEvent.ExclusionLifted e ->
                d.require(d.armed.remove(e.responder()), e, "that responder is not out");
            case DrillEvent.FaultPlanned e -> {
                d.require(!d.steadyHeld, e, "what the record holds must not change any more");
                d.faults.put(e.fault(), d.fault(e.fault(), e).planned(e.changes(), e.podsHit()));
            }
            case DrillEvent.ProbeTurned e -> {
                d.steady = d.steady.after(e.reading());
                d.guards = d.guards.after(e.reading());
            }
            case DrillEvent.SteadyStateHeld e -> {
                d.require(!d.steadyHeld, e, "it happened already");
                d.require(d.allPlanned(), e, "a fault has not been planned");
                d.steadyHeld = true;
                d.record = RecordState.MAY_STAND;
            }
            case DrillEvent.RecordWritten e -> recordWritten(d, e);
            case DrillEvent.Refused e -> {
                d.phase = Phase.REFUSED;
                d.refusals = e.reasons();
                d.record = RecordState.ABSENT;
                d.armed.clear();
            }
            case DrillEvent.InjectionBegun e -> begun(d, e, at);
            case DrillEvent.FaultInjected e -> injected(d, e, at);
            case DrillEvent.RoundBegun e -> {
                FaultState fault = in(d, e.fault(), Progress.IN, e);
                d.require(!fault.ended(), e, "its time is up");
                d.require(e.round() == fault.rounds().begun() + 1, e, "rounds follow one another");
                d.faults.put(e.fault(), fault.roundBegun(at));
            }
            case DrillEvent.FaultRepeated e -> repeated(d, e, at);
            case DrillEvent.InjectionFailed e ->
                d.faults.put(e.fault(), in(d, e.fault(), Progress.GOING, e).at(Progress.FAILED, null));
            case DrillEvent.ImpactSeen e ->
                d.marks = once(d, e, d.marks.impact()).impact(Mark.measured(e.at(), e.error()));
            case DrillEvent.Detected e ->
                d.marks = once(d, e, d.marks.detected()).detected(Mark.told(at, grade));
            case DrillEvent.Acknowledged e -> {
                d.marks = once(d, e, d.marks.acknowledged()).acknowledged(Mark.told(at, grade));
                d.people = d.people.acknowledged(e.responder());
            }
            case DrillEvent.AlsoAcknowledged e -> {
                d.require(d.people.acknowledgedBy() != null, e, "nobody has acknowledged before");
                d.people = d.people.joined(e.responder());
            }
            case DrillEvent.ChangeSeen e -> d.people = d.people.with(d.earlier(at, e.sourceTime()), e);
            case DrillEvent.Breached e -> d.people = d.people.with(d.earlier(at, e.sourceTime()), e);
            case DrillEvent.HintGiven e -> d.people = d.people.with(at, e);
            case DrillEvent.GlassBroken e -> d.people = d.people.with(at, e);
            case DrillEvent.BystandersWatched e -> {
                d.require(d.marks.injected() != null, e, "nothing has been injected");
                d.require(!d.bystanders.watched(), e, "it happened already");
                d.bystanders = Bystanders.watching(e.ready());
            }
            case DrillEvent.SpreadSeen e -> {
                d.require(d.bystanders.up(e.workload()), e, "it was not ready before");
                d.bystanders = d.bystanders.lost(e.workload());
            }
            case DrillEvent.SpreadEnded e -> {
                d.require(d.bystanders.down().contains(e.workload()), e, "it is ready");
                d.bystanders = d.bystanders.back(e.workload());
            }
            case DrillEvent.RecoverySeen e -> {
                d.require(d.marks.impact() != null, e, "without impact there is nothing to recover from");
                d.require(d.faults.values().stream().noneMatch(FaultState::ended), e, "our own undo came before");
                d.marks = once(d, e, d.marks.recovered()).recovered(Mark.measured(e.at(), e.error()));
            }
            case DrillEvent.FaultEnded e -> {
                FaultState fault = in(d, e.fault(), Progress.IN, e);
                d.require(!fault.ended(), e, "it happened already");
                d.faults.put(e.fault(), fault.ended(true));
            }
            case DrillEvent.EndDecided e -> {
                d.phase = Phase.ENDING;
                d.ending = e;
                d.marks = d.marks.endDecided(at);
                markUndone(d, at);
            }
            case DrillEvent.ChangeUndone e -> undone(d, e, at);
            case DrillEvent.RecordRemoved e -> recordSettled(d, e, RecordState.ABSENT);
            case DrillEvent.RecordKept e -> recordSettled(d, e, RecordState.KEPT);
            case DrillEvent.Closed e -> {
                d.require(
                        d.record != RecordState.MAY_STAND && !d.undoOpen(), e, "something may still be in the cluster");
                d.require(d.armed.isEmpty(), e, "somebody is still out");
                d.phase = Phase.CLOSED;
                d.closed = e;
                d.marks = d.marks.closed(at);
            }
            case DrillEvent.Debriefed e -> {
                d.settlement = d.settlement == null
                        ? Settlement.of(e.debrief(), d.people, d.briefing.excluded())
                        : d.settlement.and(e.debrief(), d.briefing.excluded());
                d.people = d.settlement.people(d.briefing, d.marks);
            }
        }
    }

    private static void recordSettled(Draft d, DrillEvent event, RecordState state) {
        d.require(d.record == RecordState.MAY_STAND, event, "there is no record");
        d.require(!d.undoOpen(), event, "something is still to be undone");
        d.record = state;
    }

    private static void recordWritten(Draft d, DrillEvent.RecordWritten event) {
        d.require(d.steadyHeld, event, "steady state has not held");
        d.faults.put(
                event.fault(), in(d, event.fault(), Progress.PLANNED, event).at(Progress.WRITTEN, null));
        d.phase = d.phase == Phase.PREPARING ? Phase.HELD : d.phase;
    }

    private static void injected(Draft d, DrillEvent.FaultInjected event, Duration at) {
        Mark in = Mark.measured(at.minus(event.took()), event.took());
        d.faults.put(event.fault(), in(d, event.fault(), Progress.GOING, event).at(Progress.IN, in));
        boolean first =
                d.faults.values().stream().filter(f -> f.injected() != null).count() == 1;
        // zero stays where the decision was: events since have been measured against it
        Mark zero = d.marks.injected();
        d.marks = d.marks.injected(first && zero != null ? Mark.measured(zero.at(), event.took()) : zero, at);
    }

    private static void repeated(Draft d, DrillEvent.FaultRepeated event, Duration at) {
        FaultState fault = in(d, event.fault(), Progress.IN, event);
        d.require(event.round() == fault.rounds().done() + 1, event, "rounds follow one another");
        d.require(event.round() <= fault.rounds().begun(), event, "this round was not decided");
        d.faults.put(event.fault(), fault.roundDone(event.changes(), event.podsHit()));
        boolean promised =
                fault.step().repeat() != null && fault.step().repeat().times() != null;
        d.marks = promised ? d.marks.injected(d.marks.injected(), at) : d.marks;
    }

    private static void begun(Draft d, DrillEvent.InjectionBegun event, Duration at) {
        // without its inverse written down it is not WRITTEN, and nothing may begin
        d.faults.put(
                event.fault(), in(d, event.fault(), Progress.WRITTEN, event).at(Progress.GOING, null));
        if (d.marks.injected() == null) {
            d.marks = d.marks.injected(Mark.measured(at, Duration.ZERO), d.marks.lastInjection());
        }
        d.phase = Phase.RUNNING;
    }

    private static FaultState in(Draft d, String name, Progress wanted, DrillEvent event) {
        FaultState fault = d.fault(name, event);
        if (fault.progress() != wanted) {
            throw new IllegalEvent(d.phase, event, "fault '" + name + "' is " + fault.progress());
        }
        return fault;
    }

    private static void undone(Draft d, DrillEvent.ChangeUndone event, Duration at) {
        FaultState fault = d.fault(event.fault(), event);
        d.require(fault.awaits(event.index()), event, "there is no such change to undo");
        d.require(d.phase == Phase.ENDING || fault.ended(), event, "the fault has not ended");
        d.faults.put(event.fault(), fault.with(event));
        if (d.phase == Phase.ENDING) {
            markUndone(d, at);
        }
    }

    /** Before the end another fault may still go in, so only from then on can everything be undone. */
    private static void markUndone(Draft d, Duration at) {
        if (d.nothingLeft()) {
            d.marks = d.marks.undone(Mark.measured(at, Duration.ZERO));
        }
    }

    private static Marks once(Draft d, DrillEvent event, @Nullable Mark mark) {
        if (mark != null) {
            throw new IllegalEvent(d.phase, event, "it happened already");
        }
        return d.marks;
    }
}
