package dev.understudy.report.html;

import dev.understudy.drill.DrillEvent;
import dev.understudy.exclusion.Actor;
import dev.understudy.report.DrillReport;
import dev.understudy.report.People;
import dev.understudy.report.TimelineLine;
import dev.understudy.report.picture.Lane;
import dev.understudy.report.picture.Marker;
import dev.understudy.report.picture.Tone;
import dev.understudy.scenario.Participants.Exclusion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lanes for alerts, the team, each excluded responder, the facilitator, automation and ourselves. */
final class PeopleLanes {
    private static final String EXCLUDED = "excluded: ";
    private static final String NOTES = "hints and notes";

    private final Map<String, List<Marker>> markers = new LinkedHashMap<>();
    private final List<String> excluded;

    private PeopleLanes(List<String> excluded) {
        this.excluded = excluded;
        List.of("alerts", "team").forEach(lane -> markers.put(lane, new ArrayList<>()));
        excluded.forEach(who -> markers.put(lane(who), new ArrayList<>()));
        List.of(NOTES, "automation", "Understudy").forEach(lane -> markers.put(lane, new ArrayList<>()));
    }

    static List<Lane> of(DrillReport report) {
        PeopleLanes lanes = new PeopleLanes(
                report.people().excluded().stream().map(Exclusion::responder).toList());
        report.played().forEach(lanes::take);
        // what only the debrief brought out is in no event of the drill
        report.people().breaches().forEach(lanes::contact);
        return lanes.lanes();
    }

    private List<Lane> lanes() {
        List<Lane> all = new ArrayList<>();
        markers.forEach((name, found) -> {
            if (name.startsWith(EXCLUDED) || !found.isEmpty()) {
                all.add(new Lane(name, List.of(), found, "no contact seen"));
            }
        });
        return all;
    }

    private void contact(People.Breach breach) {
        String what = breach.kind().word() + ": " + breach.detail();
        markers.computeIfAbsent(lane(breach.responder()), _ -> new ArrayList<>())
                .add(new Marker(breach.at(), Tone.EXCLUDED, what));
    }

    private void take(TimelineLine line) {
        switch (line.fact()) {
            case DrillEvent.Detected e -> mark("alerts", line, Tone.ALERT, e.alert());
            case DrillEvent.Acknowledged e -> mark("team", line, Tone.TEAM, e.responder() + " acknowledged");
            case DrillEvent.AlsoAcknowledged e -> mark("team", line, Tone.TEAM, e.responder() + " acknowledged too");
            case DrillEvent.ChangeSeen e -> change(line, e);
            case DrillEvent.HintGiven e -> mark(NOTES, line, Tone.FACILITATOR, "hint " + e.level() + ": " + e.text());
            case DrillEvent.Noted e -> mark(NOTES, line, Tone.FACILITATOR, e.text());
            case DrillEvent.GlassBroken e ->
                mark("team", line, Tone.EXCLUDED, e.responder() + " broke the glass: " + e.reason());
            case DrillEvent.RecordWritten _ -> mark("Understudy", line, Tone.OURS, "record written");
            case DrillEvent.Interrupted _ -> mark("Understudy", line, Tone.OURS, "interrupted");
            case DrillEvent.ChangeUndone e ->
                mark("Understudy", line, Tone.OURS, "undo: " + e.result().word());
            case DrillEvent.RecordRemoved _ -> mark("Understudy", line, Tone.OURS, "record removed");
            case DrillEvent.RecordKept _ -> mark("Understudy", line, Tone.OURS, "record kept");
            case DrillEvent.Opened _,
                    DrillEvent.Breached _,
                    DrillEvent.ExclusionArmed _,
                    DrillEvent.FaultPlanned _,
                    DrillEvent.ProbeTurned _,
                    DrillEvent.SteadyStateHeld _,
                    DrillEvent.Refused _,
                    DrillEvent.InjectionBegun _,
                    DrillEvent.FaultInjected _,
                    DrillEvent.InjectionFailed _,
                    DrillEvent.RoundBegun _,
                    DrillEvent.FaultRepeated _,
                    DrillEvent.ImpactSeen _,
                    DrillEvent.BystandersWatched _,
                    DrillEvent.SpreadSeen _,
                    DrillEvent.SpreadEnded _,
                    DrillEvent.RecoverySeen _,
                    DrillEvent.FaultEnded _,
                    DrillEvent.EndDecided _,
                    DrillEvent.ExclusionLifted _,
                    DrillEvent.Closed _,
                    DrillEvent.Debriefed _ -> {}
        }
    }

    /** What an excluded responder changed stands in that responder's lane already, as a breach. */
    private void change(TimelineLine line, DrillEvent.ChangeSeen event) {
        Actor actor = event.actor();
        if (excluded.contains(actor.name())) {
            return;
        }
        switch (actor.kind()) {
            case AUTOMATION, UNDERSTUDY -> mark("automation", line, Tone.AUTOMATION, "");
            case PERSON, ASSISTANT ->
                mark("team", line, Tone.TEAM, actor.name() + ": " + event.verb() + " " + event.object());
            case UNKNOWN -> mark("team", line, Tone.UNKNOWN, "unknown: " + event.verb() + " " + event.object());
        }
    }

    private static String lane(String excluded) {
        return EXCLUDED + excluded;
    }

    private void mark(String lane, TimelineLine line, Tone tone, String label) {
        markers.computeIfAbsent(lane, _ -> new ArrayList<>()).add(new Marker(line.offset(), tone, label));
    }
}
