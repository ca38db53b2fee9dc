package dev.understudy.debrief.file;

import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.Part;
import dev.understudy.roster.ResponderKind;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.ListForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import dev.understudy.scenario.form.Values;
import dev.understudy.scenario.language.Document;
import dev.understudy.scenario.language.FileKind;
import dev.understudy.scenario.language.LoneFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A debrief file. */
public final class DebriefForm {
    private static final Field<@Nullable String> DRILL = Field.optional(
            "drill", Texts.text(), "id of the drill; where it is given, the file is refused for any other");
    private static final Field<String> FACILITATOR =
            Field.required("facilitator", Texts.text(), "who held the debrief; need not be a responder");
    private static final Field<@Nullable String> LEAD =
            Field.optional("lead", Texts.name(), "who led the drill; whoever acknowledged first when not given");
    private static final Field<Boolean> CONFIRMED = Field.byDefault(
            "confirmed",
            Leaves.truth(),
            "false",
            "whether the facilitator confirms an acknowledgement that is somebody's own word");

    private static final Field<String> ACTOR = Field.required(
            "actor", Texts.text(), "whom the timeline names and the roster does not know, such as kubectl");
    private static final Field<String> BEHIND =
            Field.required("responder", Texts.name(), "who stood behind it; several lines may name one actor");
    private static final Field<ResponderKind> KIND =
            Field.byDefault("kind", Leaves.word(ResponderKind.class), "person", "what sort of responder that is");
    private static final Field<List<Attribution>> ACTORS = Field.orEmpty(
            "actors",
            ListForm.of(
                    ObjectForm.of(v -> new Attribution(v.get(ACTOR), v.get(BEHIND), v.get(KIND)), ACTOR, BEHIND, KIND)),
            "who stood behind actors that the roster does not know");

    private static final Field<String> RESPONDER =
            Field.required("responder", Texts.name(), "one of the drill's excluded");
    private static final Field<Part.Involved> INVOLVED = Field.required(
            "part", Leaves.word(Part.Involved.class), "how far this responder got involved before recovery");
    private static final Field<List<Part>> EXCLUDED = Field.orEmpty(
            "excluded",
            ListForm.of(ObjectForm.of(v -> new Part(v.get(RESPONDER), v.get(INVOLVED)), RESPONDER, INVOLVED)),
            "what each of the excluded did");

    private static final Form<WrittenDebrief> SPEC = ObjectForm.of(
            v -> new WrittenDebrief(v.get(DRILL), debrief(v)),
            DRILL,
            FACILITATOR,
            LEAD,
            CONFIRMED,
            ACTORS,
            EXCLUDED,
            LearningForms.ANSWERS,
            LearningForms.FACTORS,
            LearningForms.WENT_WELL,
            LearningForms.WENT_BADLY,
            LearningForms.LUCKY,
            LearningForms.GAPS,
            LearningForms.ACTIONS);

    /** Reads such files; what they say of a drill is judged by {@link DebriefChecks}. */
    public static final LoneFile<WrittenDebrief> FILE =
            new LoneFile<>(FileKind.DEBRIEF, Document.nameless(FileKind.DEBRIEF, SPEC), DebriefChecks::ofItself);

    private DebriefForm() {}

    private static Debrief debrief(Values v) {
        return new Debrief(
                v.get(FACILITATOR),
                v.get(LEAD),
                v.get(CONFIRMED),
                v.get(ACTORS),
                v.get(EXCLUDED),
                v.get(LearningForms.ANSWERS),
                v.get(LearningForms.FACTORS),
                v.get(LearningForms.WENT_WELL),
                v.get(LearningForms.WENT_BADLY),
                v.get(LearningForms.LUCKY),
                v.get(LearningForms.GAPS),
                v.get(LearningForms.ACTIONS));
    }
}
