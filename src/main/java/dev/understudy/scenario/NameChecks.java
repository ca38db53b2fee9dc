package dev.understudy.scenario;

import dev.understudy.roster.IncidentClass;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.roster.Team;
import dev.understudy.scenario.Participants.Exclusion;
import dev.understudy.scenario.RehearsalStep.Act;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** That every name is in the roster, and that after the exclusions there is still a person to page. */
final class NameChecks {
    private final Scenario scenario;
    private final Roster roster;
    private final Findings findings;
    private final List<String> responders;
    private final Set<String> excluded;

    NameChecks(Scenario scenario, Roster roster, Findings findings) {
        this.scenario = scenario;
        this.roster = roster;
        this.findings = findings;
        this.responders = roster.responders().stream().map(Responder::name).toList();
        this.excluded = scenario.responders().exclude().stream()
                .map(Exclusion::responder)
                .collect(Collectors.toSet());
    }

    void check() {
        findings.unknown(
                "/spec/service",
                "service in the roster",
                scenario.service(),
                roster.services().stream().map(ServiceEntry::name).toList());
        findings.unknown(
                "/spec/incidentClass",
                "incident class in the roster",
                scenario.incidentClass(),
                roster.incidentClasses().stream().map(IncidentClass::name).toList());
        findings.unknown(
                "/spec/responders/team",
                "team in the roster",
                scenario.responders().team(),
                roster.teams().stream().map(Team::name).toList());
        exclusions();
        roster.team(scenario.responders().team()).ifPresent(this::somebodyToPage);
        rehearsal();
    }

    private void exclusions() {
        List<Exclusion> exclude = scenario.responders().exclude();
        for (int i = 0; i < exclude.size(); i++) {
            String part = "/spec/responders/exclude/" + i;
            responder(part + "/responder", exclude.get(i).responder());
            String substitute = exclude.get(i).substitute();
            if (substitute != null) {
                responder(part + "/substitute", substitute);
                if (excluded.contains(substitute)) {
                    findings.add(
                            part + "/substitute",
                            "the substitute '" + substitute + "' is excluded too",
                            "name somebody who may respond",
                            "/spec/responders/exclude");
                }
            }
        }
    }

    /** Automation and assistants do not count: somebody must be able to take the page and answer for it. */
    private void somebodyToPage(Team team) {
        boolean reachable = team.members().stream()
                .filter(member -> !excluded.contains(member))
                .flatMap(member -> roster.responder(member).stream())
                .anyMatch(member -> member.kind() == ResponderKind.PERSON);
        if (!reachable) {
            findings.add(
                    excluded.isEmpty() ? "/spec/responders/team" : "/spec/responders/exclude",
                    "nobody of team '" + team.name() + "' is left to page",
                    "leave at least one person of the team in the drill; automation and assistants take no pages",
                    "/spec/responders/team",
                    "/spec/responders/exclude");
        }
    }

    private void rehearsal() {
        List<RehearsalStep> steps = scenario.rehearsal();
        for (int i = 0; i < steps.size(); i++) {
            String part = "/spec/rehearsal/" + i;
            String who = steps.get(i).responder();
            if (who != null) {
                responder(part + "/responder", who);
            }
            if (steps.get(i).act() instanceof Act.Calls(String whom, String reason)) {
                responder(part + "/calls/responder", whom);
            }
        }
    }

    private void responder(String part, String name) {
        findings.unknown(part, "responder in the roster", name, responders);
    }
}
