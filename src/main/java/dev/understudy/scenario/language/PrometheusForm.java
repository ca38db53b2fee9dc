package dev.understudy.scenario.language;

import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.Threshold;
import dev.understudy.probe.Threshold.Comparison;
import dev.understudy.scenario.form.Choice;
import dev.understudy.scenario.form.Choice.Option;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.MappedForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question to a Prometheus, and the number that its answer is compared with. */
final class PrometheusForm {
    private static final Field<@Nullable String> URL = Field.optional(
            "url", Texts.url(), "of the server, with its prefix; the simulated cluster's own when not given");
    private static final Field<String> QUERY =
            Field.required("query", Texts.text(), "instant query in PromQL; every series of its result must satisfy");
    private static final Choice<Threshold> THRESHOLD = new Choice<>(
            List.of(
                    option("above", Comparison.ABOVE, "good while every series is above this number"),
                    option("below", Comparison.BELOW, "good while every series is below this number"),
                    option("equals", Comparison.EQUALS, "good while every series equals this number")),
            than(Comparison.ABOVE).blank());
    private static final Field<@Nullable String> TOKEN_FROM = Field.optional(
            "tokenFrom",
            Texts.matching("the name of an environment variable", "[A-Za-z_][A-Za-z0-9_]*", "letters, digits and _"),
            "environment variable that holds a bearer token; the token itself never stands in a file");
    private static final Field<Duration> TIMEOUT =
            Field.byDefault("timeout", Leaves.duration(), "2s", "after which nobody can tell; more than zero");

    static final Form<ProbeCheck.Prometheus> PROMETHEUS = ObjectForm.of(
            v -> new ProbeCheck.Prometheus(
                    v.get(URL), v.get(QUERY), v.get(THRESHOLD), v.get(TOKEN_FROM), v.get(TIMEOUT)),
            URL,
            QUERY,
            THRESHOLD,
            TOKEN_FROM,
            TIMEOUT);

    private PrometheusForm() {}

    private static Option<Threshold> option(String key, Comparison comparison, String says) {
        return new Option<>(key, than(comparison), says);
    }

    private static Form<Threshold> than(Comparison comparison) {
        return MappedForm.of(Leaves.number(), limit -> new Threshold(comparison, limit));
    }
}
