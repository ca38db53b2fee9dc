package dev.understudy.scenario.language;

import dev.understudy.roster.IncidentClass;
import dev.understudy.roster.Responder;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.roster.Team;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.ListForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import dev.understudy.schedule.Blackout;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A roster file. */
final class RosterForm {
    static final Field<String> NAME =
            Field.required("name", Texts.name(), "short name, unique in its list, used everywhere");
    static final Field<@Nullable String> TITLE =
            Field.optional("title", Texts.text(), "as people say it; the name when not given");

    private static final Field<List<String>> MEMBERS =
            Field.required("members", ListForm.of(Texts.name()), "names of responders");
    private static final Form<Team> TEAM = ObjectForm.of(v -> new Team(v.get(NAME), v.get(MEMBERS)), NAME, MEMBERS);

    private static final Form<IncidentClass> INCIDENT_CLASS =
            ObjectForm.of(v -> new IncidentClass(v.get(NAME), titleOr(v.get(TITLE), v.get(NAME))), NAME, TITLE);

    private static final Field<List<Responder>> RESPONDERS =
            Field.required("responders", ListForm.some(ResponderForms.RESPONDER), "anyone who may act in a drill");
    private static final Field<List<Team>> TEAMS =
            Field.required("teams", ListForm.some(TEAM), "people who are paged together");
    private static final Field<List<ServiceEntry>> SERVICES =
            Field.orEmpty("services", ListForm.of(ServiceForms.SERVICE), "services that teams answer for");
    private static final Field<List<IncidentClass>> CLASSES = Field.orEmpty(
            "incidentClasses", ListForm.of(INCIDENT_CLASS), "families of incidents that ask for the same skill");

    private static final Field<List<Blackout>> BLACKOUTS =
            Field.orEmpty("blackouts", ListForm.of(BlackoutForms.BLACKOUT), "times in which no drill may run");

    private static final Form<Function<Metadata, Roster>> SPEC = ObjectForm.of(
            v -> metadata -> new Roster(
                    metadata.name(),
                    v.get(RESPONDERS),
                    v.get(TEAMS),
                    v.get(SERVICES),
                    v.get(CLASSES),
                    v.get(BLACKOUTS)),
            RESPONDERS,
            TEAMS,
            SERVICES,
            CLASSES,
            BLACKOUTS);

    static final Form<Roster> DOCUMENT = Document.of("Roster", SPEC);

    private RosterForm() {}

    static String titleOr(@Nullable String title, String name) {
        return title == null ? name : title;
    }
}
