package dev.understudy.drill;

import dev.understudy.drill.DrillEvent.EndDecided;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.scenario.Scenario.Hint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a signal means in a state: the events that follow. Pure; the same state and signal give the same events. */
public final class DrillRules {
    private DrillRules() {}

    /**
     * Decides.
     *
     * @param now offset on the drill's monotonic clock
     * @return events to append, oldest first; none when the signal changes nothing
     */
    public static List<DrillEvent> decide(Drill drill, Signal signal, Stamp now) {
        if (drill.phase().over()) {
            return List.of();
        }
        return switch (signal) {
            case Signal.Tick _ -> Timing.decide(drill, now.offset());
            case Signal.Read read -> read(drill, read);
            case Signal.RecordHeld(String fault, var expires) -> recordHeld(drill, fault, expires);
            case Signal.RecordRefused(String fault, String reason) -> recordRefused(drill, fault, reason);
            case Signal.Injected(String fault, Duration took) -> List.of(new DrillEvent.FaultInjected(fault, took));
            case Signal.NotInjected(String fault, String reason) -> notInjected(drill, fault, reason);
            case Signal.ChangeAnswered(String fault, int index, var undone) ->
                List.of(new DrillEvent.ChangeUndone(fault, index, undone.result(), undone.by(), undone.detail()));
            case Signal.RecordGone _ -> List.of(new DrillEvent.RecordRemoved());
            case Signal.RecordStays(String reason) -> List.of(new DrillEvent.RecordKept(reason));
            case Signal.Concluded(List<String> left) -> concluded(drill, left);
            case Signal.Alerted alert -> alerted(drill, alert);
            case Signal.AcknowledgedBy ack -> acknowledged(drill, ack);
            case Signal.Wrote wrote -> wrote(drill, wrote);
            case Signal.LookedAt(String who, String what) -> breached(drill, who, BreachKind.LOOKED, what);
            case Signal.Advised(String who, String what) -> breached(drill, who, BreachKind.ADVISED, what);
            case Signal.Hinted(int level) -> hinted(drill, level);
            case Signal.GlassBroke glass -> glassBroke(drill, glass);
            case Signal.Remarked(String text) -> List.of(new DrillEvent.Noted(text));
            case Signal.Stop(EndCause cause, String detail) -> stop(drill, cause, detail);
        };
    }

    public static Optional<Duration> nextWake(Drill drill, Duration now) {
        return drill.phase().over() ? Optional.empty() : Optional.of(now.plusMillis(100));
    }

    private static List<DrillEvent> read(Drill drill, Signal.Read read) {
        boolean turns = drill.steady().turns(read.reading()) || drill.guards().turns(read.reading());
        return turns ? List.of(new DrillEvent.ProbeTurned(read.reading())) : List.of();
    }

    private static List<DrillEvent> recordHeld(Drill drill, String fault, Instant expires) {
        // an end decided while the record was being written: it stands, so it must be removed again
        return drill.phase() == Phase.ENDING
                ? List.of(new DrillEvent.Noted("the record was written after the end was decided"))
                : List.of(new DrillEvent.RecordWritten(fault, expires));
    }

    private static List<DrillEvent> recordRefused(Drill drill, String fault, String reason) {
        return switch (drill.phase()) {
            case PREPARING -> List.of(new DrillEvent.Refused(List.of(reason)));
            case HELD, RUNNING ->
                List.of(new EndDecided(EndCause.INJECTION_FAILED, "fault '" + fault + "': " + reason));
            case ENDING, CLOSED, REFUSED -> List.of();
        };
    }

    private static List<DrillEvent> notInjected(Drill drill, String fault, String reason) {
        DrillEvent failed = new DrillEvent.InjectionFailed(fault, reason);
        return drill.phase() == Phase.ENDING
                ? List.of(failed)
                : List.of(failed, new EndDecided(EndCause.INJECTION_FAILED, "fault '" + fault + "': " + reason));
    }

    private static List<DrillEvent> concluded(Drill drill, List<String> left) {
        List<DrillEvent> all = new ArrayList<>();
        drill.armed().forEach(who -> all.add(new DrillEvent.ExclusionLifted(who)));
        all.add(new DrillEvent.Closed(Outcome.of(drill), left));
        return all;
    }

    private static List<DrillEvent> alerted(Drill drill, Signal.Alerted alert) {
        Mark zero = drill.marks().injected();
        boolean counts = drill.phase() == Phase.RUNNING
                && zero != null
                && drill.marks().detected() == null
                && matches(drill, alert.labels())
                && (alert.startsAt() == null
                        || !alert.startsAt().isBefore(drill.opened().at().plus(zero.at())));
        return counts ? List.of(new DrillEvent.Detected(label(alert.labels()), alert.startsAt())) : List.of();
    }

    private static boolean matches(Drill drill, Map<String, String> labels) {
        return drill.briefing().detection() == null
                || labels.entrySet()
                        .containsAll(drill.briefing().detection().matchLabels().entrySet());
    }

    private static String label(Map<String, String> labels) {
        return labels.getOrDefault("alertname", labels.toString());
    }

    /** Taking the page is acting: it keeps the others from having to. */
    private static List<DrillEvent> acknowledged(Drill drill, Signal.AcknowledgedBy ack) {
        if (drill.briefing().excluded().contains(ack.responder())) {
            return breached(drill, ack.responder(), BreachKind.ACTED, "acknowledged the page");
        }
        if (!drill.briefing().eligible().contains(ack.responder())) {
            return List.of(new DrillEvent.Noted(ack.responder() + " acknowledged, but is not of the team"));
        }
        boolean first = drill.phase() == Phase.RUNNING && drill.marks().acknowledged() == null;
        return first
                ? List.of(new DrillEvent.Acknowledged(ack.responder(), ack.sourceTime()))
                : List.of(new DrillEvent.Noted(ack.responder() + " acknowledged too"));
    }

    private static List<DrillEvent> wrote(Drill drill, Signal.Wrote wrote) {
        if (wrote.actor().kind() == Actor.Kind.UNDERSTUDY) {
            return List.of();
        }
        List<DrillEvent> all = new ArrayList<>();
        all.add(new DrillEvent.ChangeSeen(wrote.actor(), wrote.verb(), wrote.object(), wrote.sourceTime()));
        all.addAll(breached(drill, wrote.actor().name(), BreachKind.ACTED, wrote.verb() + " " + wrote.object()));
        return all;
    }

    private static List<DrillEvent> breached(Drill drill, String who, BreachKind kind, String detail) {
        DrillEvent.Breached breach = new DrillEvent.Breached(who, kind, detail);
        boolean known =
                drill.people().breaches().stream().anyMatch(b -> b.event().equals(breach));
        return drill.briefing().excluded().contains(who) && !known ? List.of(breach) : List.of();
    }

    private static List<DrillEvent> hinted(Drill drill, int level) {
        Optional<Hint> hint = drill.briefing().hints().stream()
                .filter(h -> h.level() == level)
                .findFirst();
        return List.of(hint.<DrillEvent>map(h -> new DrillEvent.HintGiven(level, h.text()))
                .orElseGet(() -> new DrillEvent.Noted("there is no hint of level " + level)));
    }

    private static List<DrillEvent> glassBroke(Drill drill, Signal.GlassBroke glass) {
        List<DrillEvent> all = new ArrayList<>();
        all.add(new DrillEvent.GlassBroken(glass.responder(), glass.reason(), glass.realEmergency()));
        if (glass.realEmergency()) {
            all.addAll(stop(drill, EndCause.REAL_EMERGENCY, glass.responder() + ": " + glass.reason()));
        }
        return all;
    }

    private static List<DrillEvent> stop(Drill drill, EndCause cause, String detail) {
        return drill.phase() == Phase.ENDING ? List.of() : List.of(new EndDecided(cause, detail));
    }
}
