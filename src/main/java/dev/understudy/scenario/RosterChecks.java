package dev.understudy.scenario;

import dev.understudy.roster.Days;
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
        new ServiceChecks(roster, checks.findings).check();
        checks.days();
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

    private void days() {
        for (int i = 0; i < roster.responders().size(); i++) {
            Responder responder = roster.responders().get(i);
            inOrder("/spec/responders/" + i + "/away", responder.away());
            inOrder("/spec/responders/" + i + "/onCall", responder.onCall());
        }
    }

    private void inOrder(String list, List<Days> days) {
        for (int i = 0; i < days.size(); i++) {
            String part = list + "/" + i;
            if (days.get(i).to().isBefore(days.get(i).from())) {
                findings.add(part + "/to", "'to' must not be before 'from'", "both days are included", part + "/from");
            }
        }
    }
}
