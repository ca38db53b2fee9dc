package dev.understudy.orchestrator;

import dev.understudy.drill.Briefing;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import dev.understudy.roster.Team;
import dev.understudy.scenario.Participants;
import dev.understudy.scenario.Scenario;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the briefing of a drill from its scenario, its roster and where it happens. */
final class Briefings {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** What is left of a label's 63 characters after the time and the suffix. */
    private static final int NAME = 40;

    private Briefings() {}

    /** Returns {@code checkout-cache-loss-20261121t101500z-7f3a}: unique, and short enough for a label. */
    static String id(String scenario, Instant now, long seed) {
        String name = scenario.length() > NAME ? scenario.substring(0, NAME) : scenario;
        return "%s-%s-%04x".formatted(name, TIME.format(now), seed & 0xffff);
    }

    static Briefing of(String drill, Scenario scenario, Roster roster, Briefing.Stage stage, long seed) {
        return new Briefing(
                drill,
                new Briefing.Subject(
                        scenario.name(),
                        scenario.title(),
                        scenario.purpose(),
                        scenario.service(),
                        scenario.incidentClass(),
                        scenario.runbook(),
                        scenario.hypothesis(),
                        scenario.debrief()),
                stage,
                scenario.responders(),
                eligible(scenario.responders(), roster),
                scenario.detection(),
                scenario.expectImpact(),
                scenario.steadyState(),
                scenario.faults().stream()
                        .map(f -> new Briefing.Step(f.name(), f.at(), f.lasts(), f.repeat(), f.waitFor(), f.type()))
                        .toList(),
                scenario.objectives(),
                scenario.guardrails(),
                scenario.hints(),
                seed);
    }

    /** Automation takes no page: nobody who depends on a hero would be found out by it. */
    private static Set<String> eligible(Participants participants, Roster roster) {
        Set<String> all = new LinkedHashSet<>(
                roster.team(participants.team()).map(Team::members).orElse(List.of()));
        all.removeIf(name -> roster.responder(name)
                .filter(who -> who.kind() == ResponderKind.AUTOMATION)
                .isPresent());
        participants.exclude().forEach(e -> {
            all.remove(e.responder());
            if (e.substitute() != null) {
                all.add(e.substitute());
            }
        });
        return all;
    }
}
