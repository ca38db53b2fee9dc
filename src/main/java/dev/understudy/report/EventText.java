package dev.understudy.report;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.drill.DrillEvent;
import dev.understudy.exclusion.Actor;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An event as a timeline tells it.
 *
 * @param word what kind of event: {@code fault-injected}
 * @param text what happened, in words
 */
public record EventText(String word, String text) {
    /** Tells of an event. */
    public static EventText of(DrillEvent event) {
        return switch (event) {
            case DrillEvent.Opened e ->
                new EventText(
                        "opened", "drill opened: " + e.briefing().subject().title());
            case DrillEvent.ExclusionArmed e ->
                new EventText("exclusion-armed", e.responder() + " is out of the game: " + e.reason());
            case DrillEvent.FaultPlanned e -> planned(e);
            case DrillEvent.ProbeTurned e -> probe(e.reading());
            case DrillEvent.SteadyStateHeld _ -> new EventText("steady-state-held", "the service is well: steady");
            case DrillEvent.RecordWritten e ->
                new EventText(
                        "record-written",
                        "the inverses for '" + e.fault() + "' are written into the cluster, to be used by anybody from "
                                + e.expires().truncatedTo(ChronoUnit.SECONDS));
            case DrillEvent.Refused e -> new EventText("refused", String.join("; ", e.reasons()));
            case DrillEvent.InjectionBegun e ->
                new EventText("injection-begun", "fault '" + e.fault() + "' is being injected");
            case DrillEvent.FaultInjected e ->
                new EventText("fault-injected", "fault '" + e.fault() + "' injected, within " + Words.of(e.took()));
            case DrillEvent.RoundBegun e ->
                new EventText("round-begun", "fault '" + e.fault() + "' is put in again, round " + e.round());
            case DrillEvent.FaultRepeated e -> repeated(e);
            case DrillEvent.InjectionFailed e ->
                new EventText("injection-failed", "fault '" + e.fault() + "' could not be injected: " + e.reason());
            case DrillEvent.ImpactSeen e ->
                new EventText("impact-seen", "impact: '" + e.probe() + "' is bad" + within(e.error()));
            case DrillEvent.Detected e -> new EventText("detected", "alert " + e.alert() + " fired");
            case DrillEvent.Acknowledged e -> new EventText("acknowledged", e.responder() + " took it");
            case DrillEvent.AlsoAcknowledged e ->
                new EventText("also-acknowledged", e.responder() + " acknowledged too");
            case DrillEvent.ChangeSeen e -> new EventText("change-seen", change(e));
            case DrillEvent.Breached e ->
                new EventText(
                        "breached",
                        e.responder() + ", excluded, " + e.kind().word()
                                + (e.detail().isEmpty() ? "" : ": " + e.detail()));
            case DrillEvent.HintGiven e -> new EventText("hint-given", "hint of level " + e.level() + ": " + e.text());
            case DrillEvent.GlassBroken e ->
                new EventText(
                        "glass-broken",
                        e.responder() + " called for help from outside"
                                + (e.realEmergency() ? ", a real emergency: " : ": ") + e.reason());
            case DrillEvent.Noted e -> new EventText("noted", e.text());
            case DrillEvent.BystandersWatched e -> watched(e);
            case DrillEvent.SpreadSeen e ->
                new EventText("spread-seen", "cascades to " + e.workload() + ": " + e.detail() + within(e.error()));
            case DrillEvent.SpreadEnded e ->
                new EventText("spread-ended", e.workload() + " is ready again" + within(e.error()));
            case DrillEvent.RecoverySeen e ->
                new EventText("recovery-seen", "steady again, and it stayed so" + within(e.error()));
            case DrillEvent.FaultEnded e -> new EventText("fault-ended", "the time of fault '" + e.fault() + "' is up");
            case DrillEvent.Interrupted e ->
                new EventText("interrupted", "the orchestrator was interrupted: " + e.detail());
            case DrillEvent.EndDecided e ->
                new EventText("end-decided", e.cause().words() + (e.detail().isEmpty() ? "" : ": " + e.detail()));
            case DrillEvent.ChangeUndone e -> undone(e);
            case DrillEvent.RecordRemoved _ ->
                new EventText("record-removed", "the record is removed from the cluster");
            case DrillEvent.RecordKept e ->
                new EventText("record-kept", "the record stays in the cluster: " + e.reason());
            case DrillEvent.ExclusionLifted e -> new EventText("exclusion-lifted", e.responder() + " is back");
            case DrillEvent.Closed e ->
                new EventText("closed", "closed: " + e.outcome().word());
            case DrillEvent.Debriefed e ->
                new EventText("debriefed", "debriefed by " + e.debrief().facilitator());
        };
    }

    private static EventText watched(DrillEvent.BystandersWatched event) {
        String not = event.unready().stream().map(ObjectRef::toString).collect(Collectors.joining(", "));
        return new EventText(
                "bystanders-watched",
                Spread.workloads(event.ready().size()) + " ready beside the target"
                        + (not.isEmpty() ? "" : "; not ready already: " + not));
    }

    private static EventText planned(DrillEvent.FaultPlanned event) {
        String changes = event.changes().stream().map(Change::describe).collect(Collectors.joining("; "));
        return new EventText(
                "fault-planned",
                "fault '" + event.fault() + "' will hit " + event.podsHit() + " of " + event.podsOfTarget() + " pods: "
                        + changes);
    }

    private static EventText repeated(DrillEvent.FaultRepeated event) {
        String changes = event.changes().stream().map(Change::describe).collect(Collectors.joining("; "));
        return new EventText(
                "fault-repeated",
                "fault '" + event.fault() + "', round " + event.round() + ": "
                        + (changes.isEmpty() ? "nothing was done" : changes)
                        + (event.trouble() == null ? "" : "; " + event.trouble()));
    }

    private static EventText probe(Reading reading) {
        String state = reading.quality() == Quality.UNKNOWN
                ? "cannot see"
                : "is " + reading.quality().name().toLowerCase(Locale.ROOT);
        return new EventText(
                "probe-turned",
                "probe '" + reading.probe() + "' " + state
                        + (reading.detail().isEmpty() ? "" : ": " + reading.detail()));
    }

    private static String change(DrillEvent.ChangeSeen event) {
        String who = event.actor().kind() == Actor.Kind.UNKNOWN
                ? "somebody the roster does not know (" + event.actor().name() + ")"
                : event.actor().name();
        return who + ": " + event.verb() + " " + event.object();
    }

    private static EventText undone(DrillEvent.ChangeUndone event) {
        return new EventText(
                "change-undone",
                "fault '" + event.fault() + "', change " + (event.index() + 1) + ": "
                        + event.result().word() + (event.detail().isEmpty() ? "" : ", " + event.detail()));
    }

    private static String within(Duration error) {
        return error.isZero() ? "" : " (may have been up to " + Words.of(Zero.millisUp(error)) + " earlier)";
    }
}
