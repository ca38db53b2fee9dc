package dev.understudy.scenario;

import dev.understudy.roster.IncidentClass;
import dev.understudy.roster.Responder;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.roster.Specialty;
import dev.understudy.roster.Team;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * That a roster's services name teams, classes and responders that it has. A specialty that has expired is no problem:
 * a file has no today, and whoever judges the service says so.
 */
final class ServiceChecks {
    private final Roster roster;
    private final Findings findings;
    private final List<String> responders;
    private final List<String> classes;
    private final String[] responderNames;
    private final String[] classNames;

    ServiceChecks(Roster roster, Findings findings) {
        this.roster = roster;
        this.findings = findings;
        this.responders = roster.responders().stream().map(Responder::name).toList();
        this.classes =
                roster.incidentClasses().stream().map(IncidentClass::name).toList();
        this.responderNames = Findings.namesIn("/spec/responders", responders);
        this.classNames = Findings.namesIn("/spec/incidentClasses", classes);
    }

    void check() {
        List<String> teams = roster.teams().stream().map(Team::name).toList();
        String[] teamNames = Findings.namesIn("/spec/teams", teams);
        for (int i = 0; i < roster.services().size(); i++) {
            String part = "/spec/services/" + i;
            ServiceEntry service = roster.services().get(i);
            findings.unknown(part + "/team", "team", service.team(), teams, teamNames);
            for (int c = 0; c < service.requiredClasses().size(); c++) {
                incidentClass(
                        part + "/requiredClasses/" + c,
                        service.requiredClasses().get(c));
            }
            specialties(part + "/specialties", service.specialties());
        }
    }

    private void specialties(String list, List<Specialty> specialties) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < specialties.size(); i++) {
            String part = list + "/" + i;
            Specialty each = specialties.get(i);
            findings.unknown(part + "/responder", "responder", each.responder(), responders, responderNames);
            String about = "the whole service";
            if (each.incidentClass() != null) {
                incidentClass(part + "/incidentClass", each.incidentClass());
                about = "'" + each.incidentClass() + "'";
            }
            Integer first = seen.putIfAbsent(each.responder() + " " + about, i);
            if (first != null) {
                findings.add(
                        part + "/responder",
                        "dependence on '" + each.responder() + "' for " + about + " is accepted twice",
                        "keep one, with the day that holds",
                        part + "/incidentClass",
                        list + "/" + first + "/responder",
                        list + "/" + first + "/incidentClass");
            }
        }
    }

    private void incidentClass(String part, String name) {
        findings.unknown(part, "incident class", name, classes, classNames);
    }
}
