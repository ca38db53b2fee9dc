package dev.understudy.scenario.language;

import dev.understudy.scenario.Guardrails;
import dev.understudy.scenario.Guardrails.AbortUnless;
import dev.understudy.scenario.Guardrails.BlastRadius;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.ListForm;
import dev.understudy.scenario.form.ObjectForm;
import java.time.Duration;
import java.util.List;

/** What keeps a drill from doing more harm than it should. */
final class GuardrailForms {
    private static final Field<Integer> MAX_PODS = Field.required(
            "maxPods", Leaves.whole(0, 10_000), "the most pods that may be deleted, restarted or cut off");
    private static final Field<Integer> MAX_PERCENT =
            Field.required("maxPercent", Leaves.whole(0, 100), "the same in percent of the target workload's pods");
    private static final Form<BlastRadius> BLAST_RADIUS =
            ObjectForm.of(v -> new BlastRadius(v.get(MAX_PODS), v.get(MAX_PERCENT)), MAX_PODS, MAX_PERCENT);

    private static final Field<Duration> BAD_FOR =
            Field.required("for", Leaves.duration(), "bad for this long aborts the drill; more than zero");
    private static final Form<AbortUnless> ABORT_UNLESS = ObjectForm.of(
            v -> new AbortUnless(ProbeForms.probe(v), v.get(BAD_FOR)),
            ProbeForms.NAME,
            BAD_FOR,
            ProbeForms.EVERY,
            ProbeForms.CHECK);

    private static final Field<Duration> DEADLINE = Field.required(
            "deadline", Leaves.duration(), "from the first injection; then everything is undone; more than zero");
    private static final Field<Duration> IMPACT_WITHIN = Field.byDefault(
            "impactWithin", Leaves.duration(), "2m", "if steady state has not broken by then the drill is invalid");
    private static final Field<Duration> UNKNOWN_FOR = Field.byDefault(
            "unknownFor", Leaves.duration(), "1m", "how long probes may be unable to see before the drill is aborted");
    private static final Field<BlastRadius> RADIUS =
            Field.required("blastRadius", BLAST_RADIUS, "the most that all faults together may hit");
    private static final Field<List<AbortUnless>> ABORT =
            Field.orEmpty("abortUnless", ListForm.of(ABORT_UNLESS), "probes that must stay good");

    static final Form<Guardrails> GUARDRAILS = ObjectForm.of(
            v -> new Guardrails(v.get(DEADLINE), v.get(IMPACT_WITHIN), v.get(UNKNOWN_FOR), v.get(RADIUS), v.get(ABORT)),
            DEADLINE,
            IMPACT_WITHIN,
            UNKNOWN_FOR,
            RADIUS,
            ABORT);

    private GuardrailForms() {}
}
