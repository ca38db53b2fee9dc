package dev.understudy.scenario;

import dev.understudy.roster.IncidentClass;
import dev.understudy.roster.Responder;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.roster.Team;
import dev.understudy.schedule.Blackout;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a roster makes sense: every name known and unique, every identity one responder's. */
public final class RosterChecks {
    private final Roster roster;
    private final Findings findings;

    private RosterChecks(Roster roster, Places places) {
        this.roster = roster;
        this.findings = new Findings(places);
    }

    /** Returns everything that is wrong, in no particular order. */
    public static List<Problem> check(Roster roster, Places places) {
        RosterChecks checks = new RosterChecks(roster, places);
        checks.names();
        checks.identities();
        checks.teams();
        checks.services();
        checks.blackouts();
        return checks.findings.problems();
    }

    private void names() {
        findings.twice("/spec/responders", "responders", "/name", roster.responders(), Responder::name);
        findings.twice("/spec/teams", "teams", "/name", roster.teams(), Team::name);
        findings.twice("/spec/services", "services", "/name", roster.services(), ServiceEntry::name);
        findings.twice(
                "/spec/incidentClasses", "incident classes", "/name", roster.incidentClasses(), IncidentClass::name);
    }

    private void identities() {
        Map<String, String> owners = new HashMap<>();
        for (int i = 0; i < roster.responders().size(); i++) {
            Responder responder = roster.responders().get(i);
            String part = "/spec/responders/" + i + "/identities";
            List<String> users = responder.identities().kubernetes();
            for (int k = 0; k < users.size(); k++) {
                claim(owners, part + "/kubernetes/" + k, "Kubernetes user", users.get(k), responder);
            }
            claim(
                    owners,
                    part + "/slack",
                    "Slack member",
                    responder.identities().slack(),
                    responder);
            claim(
                    owners,
                    part + "/pagerduty",
                    "PagerDuty user",
                    responder.identities().pagerduty(),
                    responder);
            String email = responder.identities().email();
            // mail addresses differ by case only on paper
            claim(owners, part + "/email", "address", email == null ? null : email.toLowerCase(Locale.ROOT), responder);
        }
    }

    private void claim(
            Map<String, String> owners, String part, String what, @Nullable String identity, Responder responder) {
        if (identity == null) {
            return;
        }
        String owner = owners.putIfAbsent(what + " " + identity, responder.name());
        if (owner != null) {
            String who = owner.equals(responder.name()) ? "twice by '" + owner + "'" : "by '" + owner + "' too";
            findings.add(part, what + " '" + identity + "' is claimed " + who, "an identity is one responder's");
        }
    }

    private void blackouts() {
        findings.twice("/spec/blackouts", "blackouts", "/name", roster.blackouts(), Blackout::name);
        for (int i = 0; i < roster.blackouts().size(); i++) {
            String part = "/spec/blackouts/" + i;
            switch (roster.blackouts().get(i)) {
                case Blackout.Once(String _, Instant from, Instant to) -> {
                    if (!to.isAfter(from)) {
                        findings.add(part + "/once/to", "'to' must be later than 'from'", null, part + "/once/from");
                    }
                }
                case Blackout.Weekly weekly -> {
                    if (weekly.days().isEmpty()) {
                        findings.add(part + "/weekly/days", "'days' names no day", "mon, tue, wed, thu, fri, sat, sun");
                    }
                }
            }
        }
    }

    private void teams() {
        List<String> known = roster.responders().stream().map(Responder::name).toList();
        String[] names = Findings.namesIn("/spec/responders", known);
        for (int i = 0; i < roster.teams().size(); i++) {
            List<String> members = roster.teams().get(i).members();
            for (int m = 0; m < members.size(); m++) {
                findings.unknown("/spec/teams/" + i + "/members/" + m, "responder", members.get(m), known, names);
            }
        }
    }

    private void services() {
        List<String> teams = roster.teams().stream().map(Team::name).toList();
        List<String> classes =
                roster.incidentClasses().stream().map(IncidentClass::name).toList();
        String[] teamNames = Findings.namesIn("/spec/teams", teams);
        String[] classNames = Findings.namesIn("/spec/incidentClasses", classes);
        for (int i = 0; i < roster.services().size(); i++) {
            ServiceEntry service = roster.services().get(i);
            findings.unknown("/spec/services/" + i + "/team", "team", service.team(), teams, teamNames);
            for (int c = 0; c < service.requiredClasses().size(); c++) {
                findings.unknown(
                        "/spec/services/" + i + "/requiredClasses/" + c,
                        "incident class",
                        service.requiredClasses().get(c),
                        classes,
                        classNames);
            }
        }
    }
}
