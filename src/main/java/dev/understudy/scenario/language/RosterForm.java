package dev.understudy.scenario.language;

import dev.understudy.roster.Criticality;
import dev.understudy.roster.Identities;
import dev.understudy.roster.IncidentClass;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.roster.Team;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.ListForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import dev.understudy.schedule.Blackout;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A roster file. */
final class RosterForm {
    private static final Field<String> NAME =
            Field.required("name", Texts.name(), "short name, unique in its list, used everywhere");
    private static final Field<@Nullable String> TITLE =
            Field.optional("title", Texts.text(), "as people say it; the name when not given");

    private static final Field<List<String>> KUBERNETES =
            Field.orEmpty("kubernetes", ListForm.of(Texts.text()), "user names as the API server knows them");
    private static final Field<@Nullable String> SLACK = Field.optional("slack", Texts.text(), "Slack member id");
    private static final Field<@Nullable String> PAGERDUTY =
            Field.optional("pagerduty", Texts.text(), "PagerDuty user id");
    private static final Field<@Nullable String> EMAIL = Field.optional(
            "email", Texts.matching("a mail address", "[^@\\s]+@[^@\\s]+", "write name@host"), "mail address");
    private static final Form<Identities> IDENTITY = ObjectForm.of(
            v -> new Identities(v.get(KUBERNETES), v.get(SLACK), v.get(PAGERDUTY), v.get(EMAIL)),
            KUBERNETES,
            SLACK,
            PAGERDUTY,
            EMAIL);

    private static final Field<ResponderKind> KIND =
            Field.byDefault("kind", Leaves.word(ResponderKind.class), "person", "only a person can take a page");
    private static final Field<Identities> IDENTITIES =
            Field.orEmpty("identities", IDENTITY, "who this is in other systems");
    private static final Form<Responder> RESPONDER = ObjectForm.of(
            v -> new Responder(v.get(NAME), titleOr(v.get(TITLE), v.get(NAME)), v.get(KIND), v.get(IDENTITIES)),
            NAME,
            TITLE,
            KIND,
            IDENTITIES);

    private static final Field<List<String>> MEMBERS =
            Field.required("members", ListForm.of(Texts.name()), "names of responders");
    private static final Form<Team> TEAM = ObjectForm.of(v -> new Team(v.get(NAME), v.get(MEMBERS)), NAME, MEMBERS);

    private static final Field<String> SERVICE_TEAM = Field.required("team", Texts.name(), "team that is paged");
    private static final Field<Criticality> CRITICALITY = Field.byDefault(
            "criticality", Leaves.word(Criticality.class), "medium", "how much the business suffers without it");
    private static final Field<List<String>> REQUIRED = Field.orEmpty(
            "requiredClasses",
            ListForm.of(Texts.name()),
            "incident classes that need a fresh pass before the service counts as independent");
    private static final Form<ServiceEntry> SERVICE = ObjectForm.of(
            v -> new ServiceEntry(v.get(NAME), v.get(SERVICE_TEAM), v.get(CRITICALITY), v.get(REQUIRED)),
            NAME,
            SERVICE_TEAM,
            CRITICALITY,
            REQUIRED);

    private static final Form<IncidentClass> INCIDENT_CLASS =
            ObjectForm.of(v -> new IncidentClass(v.get(NAME), titleOr(v.get(TITLE), v.get(NAME))), NAME, TITLE);

    private static final Field<List<Responder>> RESPONDERS =
            Field.required("responders", ListForm.some(RESPONDER), "anyone who may act in a drill");
    private static final Field<List<Team>> TEAMS =
            Field.required("teams", ListForm.some(TEAM), "people who are paged together");
    private static final Field<List<ServiceEntry>> SERVICES =
            Field.orEmpty("services", ListForm.of(SERVICE), "services that teams answer for");
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

    private static String titleOr(@Nullable String title, String name) {
        return title == null ? name : title;
    }
}
