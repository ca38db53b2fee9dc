package dev.understudy.drill;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A journal as text, with offsets from the first injection (from the opening where there was none). */
final class Timeline {
    private Timeline() {}

    static String of(List<Entry> entries) {
        Drill drill = Drill.of(entries).orElseThrow();
        Mark injected = drill.marks().injected();
        Duration zero = injected == null ? Duration.ZERO : injected.at();
        return entries.stream()
                        .map(e -> "%10s  %s%n"
                                .formatted(seconds(e.stamp().offset().minus(zero)), line(e, zero)))
                        .collect(Collectors.joining())
                + ending(drill, zero);
    }

    private static String line(Entry entry, Duration zero) {
        DrillEvent event = entry.event();
        String name = event.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
        String grade =
                entry.origin().grade() == Grade.A ? "" : " [" + entry.origin().grade() + "]";
        return (name + grade + " " + words(event, zero)).strip();
    }

    private static String words(DrillEvent event, Duration zero) {
        return switch (event) {
            case DrillEvent.Opened e -> e.briefing().drill();
            case DrillEvent.ExclusionArmed e -> e.responder();
            case DrillEvent.FaultPlanned e ->
                e.fault() + ", changes " + e.changes().size();
            case DrillEvent.ProbeTurned e ->
                "%s %s at %s: %s"
                        .formatted(
                                e.reading().probe(),
                                e.reading().quality().name().toLowerCase(Locale.ROOT),
                                seconds(e.reading().at().minus(zero)),
                                e.reading().detail());
            case DrillEvent.SteadyStateHeld _, DrillEvent.RecordRemoved _ -> "";
            case DrillEvent.RecordWritten e -> e.fault();
            case DrillEvent.Refused e -> String.join("; ", e.reasons());
            case DrillEvent.InjectionBegun e -> e.fault();
            case DrillEvent.FaultInjected e -> e.fault() + " took " + seconds(e.took());
            case DrillEvent.RoundBegun e -> e.fault() + ", round " + e.round();
            case DrillEvent.FaultRepeated e ->
                e.fault() + ", round " + e.round() + ", changes " + e.changes().size()
                        + (e.trouble() == null ? "" : ": " + e.trouble());
            case DrillEvent.InjectionFailed e -> e.fault() + ": " + e.reason();
            case DrillEvent.ImpactSeen e -> e.probe() + " at " + seconds(e.at().minus(zero));
            case DrillEvent.Detected e -> e.alert();
            case DrillEvent.Acknowledged e -> e.responder();
            case DrillEvent.AlsoAcknowledged e -> e.responder();
            case DrillEvent.ChangeSeen e -> e.actor().name() + " " + e.verb() + " " + e.object();
            case DrillEvent.Breached e -> e.responder() + " " + e.kind().word() + ": " + e.detail();
            case DrillEvent.HintGiven e -> e.level() + ": " + e.text();
            case DrillEvent.GlassBroken e ->
                e.responder() + ": " + e.reason() + (e.realEmergency() ? " (real emergency)" : "");
            case DrillEvent.Noted e -> e.text();
            case DrillEvent.BystandersWatched e ->
                e.ready().size() + " ready, " + e.unready().size() + " not";
            case DrillEvent.SpreadSeen e ->
                e.workload().name() + " at " + seconds(e.at().minus(zero)) + ": " + e.detail();
            case DrillEvent.SpreadEnded e -> e.workload().name() + " at " + seconds(e.at().minus(zero));
            case DrillEvent.RecoverySeen e -> "at " + seconds(e.at().minus(zero));
            case DrillEvent.FaultEnded e -> e.fault();
            case DrillEvent.Interrupted e -> e.detail();
            case DrillEvent.EndDecided e -> e.cause() + ": " + e.detail();
            case DrillEvent.ChangeUndone e ->
                e.fault() + "[" + e.index() + "] " + e.result().word();
            case DrillEvent.RecordKept e -> e.reason();
            case DrillEvent.ExclusionLifted e -> e.responder();
            case DrillEvent.Closed e -> e.outcome().word();
            case DrillEvent.Debriefed e -> e.debrief().facilitator();
        };
    }

    private static String ending(Drill drill, Duration zero) {
        Marks marks = drill.marks();
        if (drill.phase() == Phase.REFUSED) {
            return "%nrefused: nothing was touched%n".formatted();
        }
        Objectives met = Objectives.of(drill);
        return """

                outcome %s%s
                injected %s, impact %s, detected %s, acknowledged %s, recovered %s, undone %s
                objectives: detect %s, acknowledge %s, recover %s
                """.formatted(
                        drill.outcome().word(),
                        drill.leftBehind() ? ", something left behind" : "",
                        mark(marks.injected(), zero),
                        mark(marks.impact(), zero),
                        mark(marks.detected(), zero),
                        mark(marks.acknowledged(), zero),
                        mark(marks.recovered(), zero),
                        mark(marks.undone(), zero),
                        met.detect(),
                        met.acknowledge(),
                        met.recover());
    }

    private static String mark(@Nullable Mark mark, Duration zero) {
        return mark == null ? "-" : seconds(mark.at().minus(zero));
    }

    private static String seconds(Duration time) {
        return "%.3fs".formatted(time.toMillis() / 1000.0);
    }
}
