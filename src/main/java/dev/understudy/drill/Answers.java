package dev.understudy.drill;

import dev.understudy.cluster.Undone;
import dev.understudy.drill.DrillEvent.ChangeUndone;
import dev.understudy.drill.DrillEvent.EndDecided;
import dev.understudy.drill.FaultState.Progress;
import dev.understudy.scenario.Repeat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the answers to a drill's actions mean. An answer counts only while its action is outstanding; one that comes
 * twice, or after its time, changes nothing.
 */
final class Answers {
    private Answers() {}

    static List<DrillEvent> recordHeld(Drill drill, Signal.RecordHeld held) {
        if (!drill.steadyHeld() || !is(drill, held.fault(), Progress.PLANNED)) {
            return List.of();
        }
        // an end decided while the record was being written: it stands, so it must be removed again
        return drill.phase() == Phase.ENDING
                ? List.of(new DrillEvent.Noted("the record was written after the end was decided"))
                : List.of(new DrillEvent.RecordWritten(held.fault(), held.expires()));
    }

    static List<DrillEvent> recordRefused(Drill drill, Signal.RecordRefused refused) {
        if (!drill.steadyHeld() || !is(drill, refused.fault(), Progress.PLANNED)) {
            return List.of();
        }
        return switch (drill.phase()) {
            case PREPARING -> List.of(new DrillEvent.Refused(List.of(refused.reason())));
            case HELD, RUNNING -> List.of(failed(refused.fault(), refused.reason()));
            case ENDING, CLOSED, REFUSED -> List.of();
        };
    }

    static List<DrillEvent> injected(Drill drill, Signal.Injected injected) {
        FaultState fault = drill.faults().get(injected.fault());
        if (fault == null || fault.progress() != Progress.GOING) {
            return List.of();
        }
        DrillEvent in = new DrillEvent.FaultInjected(injected.fault(), injected.took());
        Repeat repeat = fault.step().repeat();
        boolean newcomers = repeat != null && repeat.sticky() && drill.phase() == Phase.RUNNING;
        // what replaced the first victims may have appeared while they were being hit
        return newcomers ? List.of(in, new DrillEvent.RoundBegun(injected.fault(), 1)) : List.of(in);
    }

    static List<DrillEvent> repeated(Drill drill, Signal.Repeated repeated) {
        FaultState fault = drill.faults().get(repeated.fault());
        return fault != null
                        && fault.rounds().done() + 1 == repeated.round()
                        && fault.rounds().begun() >= repeated.round()
                ? List.of(new DrillEvent.FaultRepeated(
                        repeated.fault(), repeated.round(), repeated.changes(), repeated.podsHit(), repeated.trouble()))
                : List.of();
    }

    static List<DrillEvent> notInjected(Drill drill, Signal.NotInjected not) {
        if (!is(drill, not.fault(), Progress.GOING)) {
            return List.of();
        }
        DrillEvent event = new DrillEvent.InjectionFailed(not.fault(), not.reason());
        return drill.phase() == Phase.ENDING ? List.of(event) : List.of(event, failed(not.fault(), not.reason()));
    }

    static List<DrillEvent> changeAnswered(Drill drill, Signal.ChangeAnswered answer) {
        FaultState fault = drill.faults().get(answer.fault());
        if (fault == null || !fault.awaits(answer.index()) || (drill.phase() != Phase.ENDING && !fault.ended())) {
            return List.of();
        }
        Undone undone = answer.undone();
        return List.of(new ChangeUndone(answer.fault(), answer.index(), undone.result(), undone.by(), undone.detail()));
    }

    static List<DrillEvent> recordGone(Drill drill) {
        return removable(drill) ? List.of(new DrillEvent.RecordRemoved()) : List.of();
    }

    static List<DrillEvent> recordStays(Drill drill, String reason) {
        return removable(drill) ? List.of(new DrillEvent.RecordKept(reason)) : List.of();
    }

    static List<DrillEvent> concluded(Drill drill, List<String> left, Duration now) {
        if (drill.phase() != Phase.ENDING || drill.touching()) {
            return List.of();
        }
        List<DrillEvent> all = new ArrayList<>();
        Settling.words(drill, now).ifPresent(text -> all.add(new DrillEvent.Noted(text)));
        drill.armed().forEach(who -> all.add(new DrillEvent.ExclusionLifted(who)));
        all.add(new DrillEvent.Closed(Outcome.of(drill), left));
        return all;
    }

    private static EndDecided failed(String fault, String reason) {
        return new EndDecided(EndCause.INJECTION_FAILED, "fault '" + fault + "': " + reason);
    }

    private static boolean is(Drill drill, String fault, Progress wanted) {
        FaultState state = drill.faults().get(fault);
        return state != null && state.progress() == wanted;
    }

    private static boolean removable(Drill drill) {
        return drill.phase() == Phase.ENDING && drill.recordMayStand() && !drill.undoOpen();
    }
}
