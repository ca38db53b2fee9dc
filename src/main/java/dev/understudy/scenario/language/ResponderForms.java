package dev.understudy.scenario.language;

import dev.understudy.roster.Days;
import dev.understudy.roster.Identities;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
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

/** Anyone who may act in a drill, who that is elsewhere, and on which days not. */
final class ResponderForms {
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

    private static final Field<LocalDate> FROM = Field.required("from", Times.date(), "first day");
    private static final Field<LocalDate> TO = Field.required("to", Times.date(), "last day; not before from");
    private static final Field<@Nullable String> REASON =
            Field.optional("reason", Texts.text(), "why; no plan repeats it");
    private static final Form<Days> ABSENCE =
            ObjectForm.of(v -> new Days(v.get(FROM), v.get(TO), v.get(REASON)), FROM, TO, REASON);
    private static final Form<Days> DUTY = ObjectForm.of(v -> new Days(v.get(FROM), v.get(TO), null), FROM, TO);
    private static final Field<List<Days>> AWAY =
            Field.orEmpty("away", ListForm.of(ABSENCE), "days on which this responder takes part in no drill");
    private static final Field<List<Days>> ON_CALL = Field.orEmpty(
            "onCall", ListForm.of(DUTY), "days on which this responder is paged first for real, and leads no drill");

    static final Form<Responder> RESPONDER = ObjectForm.of(
            v -> new Responder(
                    v.get(RosterForm.NAME),
                    RosterForm.titleOr(v.get(RosterForm.TITLE), v.get(RosterForm.NAME)),
                    v.get(KIND),
                    v.get(IDENTITIES),
                    v.get(AWAY),
                    v.get(ON_CALL)),
            RosterForm.NAME,
            RosterForm.TITLE,
            KIND,
            IDENTITIES,
            AWAY,
            ON_CALL);

    private ResponderForms() {}
}
