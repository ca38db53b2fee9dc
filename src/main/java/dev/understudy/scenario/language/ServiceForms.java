package dev.understudy.scenario.language;

import dev.understudy.roster.Criticality;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.roster.Specialty;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.ListForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import dev.understudy.scenario.form.Times;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service that a team answers for, and dependence on somebody that is accepted for a time. */
final class ServiceForms {
    private static final Field<String> SERVICE_TEAM = Field.required("team", Texts.name(), "team that is paged");
    private static final Field<Criticality> CRITICALITY = Field.byDefault(
            "criticality", Leaves.word(Criticality.class), "medium", "how much the business suffers without it");
    private static final Field<List<String>> REQUIRED = Field.orEmpty(
            "requiredClasses",
            ListForm.of(Texts.name()),
            "incident classes that need a fresh pass before the service counts as independent");

    private static final Field<String> RESPONDER =
            Field.required("responder", Texts.name(), "on whom the service may depend, by name in the roster");
    private static final Field<@Nullable String> INCIDENT_CLASS = Field.optional(
            "incidentClass",
            Texts.name(),
            "the only family of incidents that it is about; the whole service when not given");
    private static final Field<String> ACCEPTED_BY =
            Field.required("acceptedBy", Texts.text(), "who answers for it, as people say it");
    private static final Field<String> REASON = Field.required("reason", Texts.text(), "why that is acceptable");
    private static final Field<LocalDate> UNTIL =
            Field.required("until", Times.date(), "last day on which it holds; from then on it shows as expired");
    private static final Form<Specialty> SPECIALTY = ObjectForm.of(
            v -> new Specialty(
                    v.get(RESPONDER), v.get(INCIDENT_CLASS), v.get(ACCEPTED_BY), v.get(REASON), v.get(UNTIL)),
            RESPONDER,
            INCIDENT_CLASS,
            ACCEPTED_BY,
            REASON,
            UNTIL);
    private static final Field<List<Specialty>> SPECIALTIES = Field.orEmpty(
            "specialties", ListForm.of(SPECIALTY), "dependence that somebody has accepted, for a reason and a time");

    static final Form<ServiceEntry> SERVICE = ObjectForm.of(
            v -> new ServiceEntry(
                    v.get(RosterForm.NAME),
                    v.get(SERVICE_TEAM),
                    v.get(CRITICALITY),
                    v.get(REQUIRED),
                    v.get(SPECIALTIES)),
            RosterForm.NAME,
            SERVICE_TEAM,
            CRITICALITY,
            REQUIRED,
            SPECIALTIES);

    private ServiceForms() {}
}
