package dev.understudy.scenario.language;

import dev.understudy.fault.FaultType;
import dev.understudy.fault.Target;
import dev.understudy.scenario.FaultStep;
import dev.understudy.scenario.Guardrails;
import dev.understudy.scenario.Participants;
import dev.understudy.scenario.RehearsalStep;
import dev.understudy.scenario.Scenario;
import dev.understudy.scenario.Scenario.AlertMatch;
import dev.understudy.scenario.Scenario.Hint;
import dev.understudy.scenario.Scenario.Objectives;
import dev.understudy.scenario.Scenario.Parameter;
import dev.understudy.scenario.Scenario.SteadyState;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.ListForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Spot;
import dev.understudy.scenario.form.Texts;
import dev.understudy.scenario.form.Values;
import dev.understudy.scenario.yaml.Problems;
import dev.understudy.scenario.yaml.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A scenario file. */
final class ScenarioForm {
    private static final Field<List<Parameter>> PARAMETERS = Field.orEmpty(
            "parameters", ListForm.of(SpecForms.PARAMETER), "values that may be given at the start with --param");

    private static final Field<@Nullable String> TITLE =
            Field.optional("title", Texts.text(), "as people say it; the name when not given");
    private static final Field<String> PURPOSE =
            Field.required("purpose", Texts.text(), "the question that the drill answers");
    private static final Field<String> SERVICE =
            Field.required("service", Texts.name(), "service that is drilled, by name in the roster");
    private static final Field<String> INCIDENT_CLASS = Field.required(
            "incidentClass", Texts.name(), "family of incidents that this is one of, by name in the roster");
    private static final Field<@Nullable String> RUNBOOK =
            Field.optional("runbook", Texts.url(), "where responders would look");
    private static final Field<String> HYPOTHESIS =
            Field.required("hypothesis", Texts.text(), "what is expected to happen");
    private static final Field<Target> TARGET =
            Field.required("target", WorkloadForms.TARGET, "what the faults act on");
    private static final Field<Participants> RESPONDERS =
            Field.required("responders", ParticipantForms.PARTICIPANTS, "who may respond and who may not");
    private static final Field<@Nullable AlertMatch> DETECTION = Field.optional(
            "detection", SpecForms.DETECTION, "what counts as detection; only a person's report does when not given");
    private static final Field<Boolean> EXPECT_IMPACT = Field.byDefault(
            "expectImpact", Leaves.truth(), "true", "whether steady state must break for the drill to be valid");
    private static final Field<SteadyState> STEADY_STATE =
            Field.required("steadyState", SpecForms.STEADY_STATE, "what well means");
    private static final Field<Objectives> OBJECTIVES =
            Field.required("objectives", SpecForms.OBJECTIVES, "how fast is fast enough");
    private static final Field<Guardrails> GUARDRAILS =
            Field.required("guardrails", GuardrailForms.GUARDRAILS, "what stops the drill");
    private static final Field<List<Hint>> HINTS =
            Field.orEmpty("hints", ListForm.of(SpecForms.HINT), "a ladder of hints; each is recorded when given");
    private static final Field<List<String>> DEBRIEF =
            Field.orEmpty("debrief", ListForm.of(Texts.text()), "questions for afterwards");
    private static final Field<List<RehearsalStep>> REHEARSAL = Field.orEmpty(
            "rehearsal", ListForm.of(RehearsalForms.STEP), "what scripted responders do; used only with them");

    private final Field<List<FaultStep>> faults;
    private final Form<Scenario> document;

    ScenarioForm(List<FaultType<?>> types) {
        faults = Field.required("faults", ListForm.some(FaultForms.of(types)), "what is broken, and when");
        document = Document.of(
                "Scenario",
                ObjectForm.of(
                        this::spec,
                        TITLE,
                        PURPOSE,
                        SERVICE,
                        INCIDENT_CLASS,
                        RUNBOOK,
                        HYPOTHESIS,
                        PARAMETERS,
                        TARGET,
                        RESPONDERS,
                        DETECTION,
                        EXPECT_IMPACT,
                        STEADY_STATE,
                        faults,
                        OBJECTIVES,
                        GUARDRAILS,
                        HINTS,
                        DEBRIEF,
                        REHEARSAL));
    }

    Form<Scenario> document() {
        return document;
    }

    /** Returns the parameters that a document declares, as far as they can be read; problems are for the real reading. */
    static List<Parameter> declared(Tree document) {
        Spot unheard = Spot.root(new Problems(""));
        return parameters(document)
                .<List<Parameter>>map(entry -> PARAMETERS.form().read(entry.value(), unheard))
                .orElse(List.of());
    }

    /** Returns what stands under {@code spec.parameters}. */
    static Optional<Tree.Entry> parameters(Tree document) {
        return Optional.of(document)
                .flatMap(root -> entry(root, "spec"))
                .flatMap(spec -> entry(spec.value(), PARAMETERS.key()));
    }

    private static Optional<Tree.Entry> entry(Tree tree, String key) {
        return tree instanceof Tree.Fields fields
                ? Optional.ofNullable(fields.parts().get(key))
                : Optional.empty();
    }

    private Function<Metadata, Scenario> spec(Values v) {
        String title = v.get(TITLE);
        return metadata -> new Scenario(
                metadata.name(),
                metadata.labels(),
                title == null ? metadata.name() : title,
                v.get(PURPOSE),
                v.get(SERVICE),
                v.get(INCIDENT_CLASS),
                v.get(RUNBOOK),
                v.get(HYPOTHESIS),
                v.get(PARAMETERS),
                v.get(TARGET),
                v.get(RESPONDERS),
                v.get(DETECTION),
                v.get(EXPECT_IMPACT),
                v.get(STEADY_STATE),
                v.get(faults),
                v.get(OBJECTIVES),
                v.get(GUARDRAILS),
                v.get(HINTS),
                v.get(DEBRIEF),
                v.get(REHEARSAL));
    }
}
