package dev.understudy.scenario.language;

import dev.understudy.probe.Probe;
import dev.understudy.scenario.Scenario.AlertMatch;
import dev.understudy.scenario.Scenario.Hint;
import dev.understudy.scenario.Scenario.Objectives;
import dev.understudy.scenario.Scenario.Parameter;
import dev.understudy.scenario.Scenario.SteadyState;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.LabelsForm;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.ListForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The small parts of a scenario's spec: parameters, steady state, detection, objectives, hints. */
final class SpecForms {
    private static final Field<String> PARAMETER_NAME = Field.required(
            "name",
            Texts.matching(
                    "a parameter name", "[A-Za-z][A-Za-z0-9_-]{0,62}", "a letter, then letters, digits, _ and -"),
            "used as ${name}");
    private static final Field<@Nullable String> DEFAULT =
            Field.optional("default", Texts.any(), "its value when none is given; without it one must be given");
    private static final Field<String> DESCRIPTION = Field.required("description", Texts.text(), "what it changes");
    static final Form<Parameter> PARAMETER = ObjectForm.of(
            v -> new Parameter(v.get(PARAMETER_NAME), v.get(DEFAULT), v.get(DESCRIPTION)),
            PARAMETER_NAME,
            DEFAULT,
            DESCRIPTION);

    private static final Field<Duration> SUSTAINED = Field.required(
            "sustained", Leaves.duration(), "how long all probes must be good without a break; more than zero");
    private static final Field<List<Probe>> PROBES =
            Field.required("probes", ListForm.some(ProbeForms.PROBE), "what must be good for the service to be well");
    static final Form<SteadyState> STEADY_STATE =
            ObjectForm.of(v -> new SteadyState(v.get(SUSTAINED), v.get(PROBES)), SUSTAINED, PROBES);

    private static final Field<Map<String, String>> MATCH_LABELS =
            Field.required("matchLabels", new LabelsForm("labels"), "labels that the alert must carry, at least one");
    private static final Field<AlertMatch> ALERT = Field.required(
            "alert",
            ObjectForm.of(v -> new AlertMatch(v.get(MATCH_LABELS)), MATCH_LABELS),
            "the alert that should fire; it must start at or after the injection");
    static final Form<AlertMatch> DETECTION = ObjectForm.of(v -> v.get(ALERT), ALERT);

    private static final Field<Duration> DETECT =
            Field.required("detect", Leaves.duration(), "from impact to the first alert; more than zero");
    private static final Field<Duration> ACKNOWLEDGE = Field.required(
            "acknowledge", Leaves.duration(), "from detection until a responder takes it; more than zero");
    private static final Field<Duration> RECOVER = Field.required(
            "recover", Leaves.duration(), "from impact to recovery; more than zero, not beyond the deadline");
    static final Form<Objectives> OBJECTIVES = ObjectForm.of(
            v -> new Objectives(v.get(DETECT), v.get(ACKNOWLEDGE), v.get(RECOVER)), DETECT, ACKNOWLEDGE, RECOVER);

    private static final Field<Integer> LEVEL =
            Field.required("level", Leaves.whole(1, 4), "1 to 4, rising; from 3 up giving it makes the drill rescued");
    private static final Field<String> TEXT = Field.required("text", Texts.text(), "what the facilitator says");
    static final Form<Hint> HINT = ObjectForm.of(v -> new Hint(v.get(LEVEL), v.get(TEXT)), LEVEL, TEXT);

    private SpecForms() {}
}
