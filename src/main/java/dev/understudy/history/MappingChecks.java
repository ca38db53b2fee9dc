package dev.understudy.history;

import dev.understudy.roster.IncidentClass;
import dev.understudy.roster.Responder;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.scenario.Findings;
import dev.understudy.scenario.Places;
import dev.understudy.scenario.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether a mapping goes with a roster: what it maps to must be there, and nobody may become somebody else. */
public final class MappingChecks {
    private MappingChecks() {}

    /** Returns everything that is wrong, in no particular order. */
    public static List<Problem> check(ImportMapping mapping, Roster roster, Places places) {
        Findings findings = new Findings(places);
        List<String> services =
                roster.services().stream().map(ServiceEntry::name).toList();
        List<String> classes =
                roster.incidentClasses().stream().map(IncidentClass::name).toList();
        List<String> responders =
                roster.responders().stream().map(Responder::name).toList();
        each("services", mapping.services(), (part, name) -> findings.unknown(part, "service", name, services));
        each("classes", mapping.classes(), (part, name) -> findings.unknown(part, "incident class", name, classes));
        each("people", mapping.people(), (part, name) -> findings.unknown(part, "responder", name, responders));
        People known = People.of(roster, ImportMapping.NONE);
        new TreeMap<>(mapping.people()).forEach((identity, name) -> {
            Optional<String> owner = known.responder(identity).filter(own -> !own.equals(name));
            owner.ifPresent(own -> findings.add(
                    part("people", identity),
                    "'" + identity + "' is '" + own + "' in the roster, and cannot be '" + name + "' too",
                    "correct the one or the other"));
        });
        return findings.problems();
    }

    private interface Check {
        void check(String part, String name);
    }

    private static void each(String key, Map<String, String> names, Check check) {
        new TreeMap<>(names).forEach((from, to) -> check.check(part(key, from), to));
    }

    private static String part(String key, String name) {
        return "/spec/" + key + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
