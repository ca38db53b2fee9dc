package dev.understudy.scenario.language;

import dev.understudy.scenario.RehearsalStep;
import dev.understudy.scenario.RehearsalStep.Act;
import dev.understudy.scenario.form.Choice;
import dev.understudy.scenario.form.Choice.Option;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.LabelsForm;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.MappedForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The script of scripted responders: a time, perhaps who, and one named key for what happens. */
final class RehearsalForms {
    private static final Field<String> WHOM =
            Field.required("responder", Texts.name(), "who is called; must be excluded");
    private static final Field<String> WHY = Field.required("reason", Texts.text(), "why, in a few words");
    private static final Field<Boolean> REAL = Field.byDefault(
            "realEmergency",
            Leaves.truth(),
            "false",
            "true ends the drill at once; false was for the drill's own fault");

    private static final Choice<Act> ACT = new Choice<>(
            List.of(
                    option(
                            "alert",
                            MappedForm.of(new LabelsForm("labels"), Act.Alert::new),
                            "an alert with these labels fires"),
                    option(
                            "acknowledges",
                            MappedForm.of(Leaves.yes(), yes -> new Act.Acknowledges()),
                            "takes the page"),
                    option(
                            "runs",
                            MappedForm.of(DeedForms.RUNS, Act.Runs::new),
                            "does something in the cluster, under the responder's own name"),
                    option(
                            "looks",
                            MappedForm.of(Texts.text(), Act.Looks::new),
                            "an excluded responder looks; at what, in words"),
                    option(
                            "advises",
                            MappedForm.of(Texts.text(), Act.Advises::new),
                            "an excluded responder says what to do; what, in words"),
                    option(
                            "calls",
                            ObjectForm.of(v -> new Act.Calls(v.get(WHOM), v.get(WHY)), WHOM, WHY),
                            "calls somebody who is excluded, who then advises"),
                    option(
                            "breaksGlass",
                            ObjectForm.of(v -> new Act.BreaksGlass(v.get(WHY), v.get(REAL)), WHY, REAL),
                            "breaks the glass"),
                    option(
                            "hint",
                            MappedForm.of(Leaves.whole(1, 4), Act.GivesHint::new),
                            "the facilitator gives the hint of that level, 1 to 4"),
                    option(
                            "aborts",
                            MappedForm.of(Texts.text(), Act.Aborts::new),
                            "the drill is ended; why, in words")),
            new Act.Acknowledges());

    private static final Field<Duration> AT =
            Field.required("at", Leaves.duration(), "when, counted from the first injection");
    private static final Field<@Nullable String> RESPONDER = Field.optional(
            "responder", Texts.name(), "who does it, by name in the roster; not for what no responder does");

    static final Form<RehearsalStep> STEP = ObjectForm.shared(
            "rehearsalStep", v -> new RehearsalStep(v.get(AT), v.get(RESPONDER), v.get(ACT)), AT, RESPONDER, ACT);

    private RehearsalForms() {}

    private static Option<Act> option(String key, Form<? extends Act> form, String says) {
        return new Option<>(key, MappedForm.of(form, act -> act), says);
    }
}
