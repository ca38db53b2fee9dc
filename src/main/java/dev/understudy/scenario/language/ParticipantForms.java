package dev.understudy.scenario.language;

import dev.understudy.scenario.Participants;
import dev.understudy.scenario.Participants.Enforcement;
import dev.understudy.scenario.Participants.Exclusion;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.ListForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may respond and who may not. */
final class ParticipantForms {
    private static final Field<String> RESPONDER =
            Field.required("responder", Texts.name(), "who is taken out, by name in the roster");
    private static final Field<String> REASON =
            Field.required("reason", Texts.text(), "why; said to everybody in the drill");
    private static final Field<@Nullable String> SUBSTITUTE =
            Field.optional("substitute", Texts.name(), "who stands in, by name in the roster");
    private static final Field<@Nullable String> CONTACT =
            Field.optional("emergencyContact", Texts.text(), "how to reach the excluded responder if it becomes real");
    private static final Form<Exclusion> EXCLUSION = ObjectForm.of(
            v -> new Exclusion(v.get(RESPONDER), v.get(REASON), v.get(SUBSTITUTE), v.get(CONTACT)),
            RESPONDER,
            REASON,
            SUBSTITUTE,
            CONTACT);

    private static final Field<String> TEAM =
            Field.required("team", Texts.name(), "team that is paged, by name in the roster");
    private static final Field<List<Exclusion>> EXCLUDE =
            Field.orEmpty("exclude", ListForm.of(EXCLUSION), "who is taken out of this drill");
    private static final Field<Enforcement> ENFORCEMENT = Field.byDefault(
            "enforcement",
            Leaves.word(Enforcement.class),
            "observe",
            "when an excluded responder touches the cluster: recorded, told, or refused; only observe is built");
    private static final Field<HeroRole> HERO = Field.byDefault(
            "hero",
            Leaves.word(HeroRole.class),
            "absent",
            "how far the excluded may still take part; only absent drills are evidence");
    private static final Field<Boolean> ANNOUNCED =
            Field.byDefault("announced", Leaves.truth(), "true", "whether the team knows that a drill is coming");

    static final Form<Participants> PARTICIPANTS = ObjectForm.of(
            v -> new Participants(v.get(TEAM), v.get(EXCLUDE), v.get(ENFORCEMENT), v.get(HERO), v.get(ANNOUNCED)),
            TEAM,
            EXCLUDE,
            ENFORCEMENT,
            HERO,
            ANNOUNCED);

    private ParticipantForms() {}
}
