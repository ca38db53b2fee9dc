package dev.understudy.scenario.language;

import dev.understudy.fault.FaultSpec;
import dev.understudy.fault.FaultType;
import dev.understudy.probe.Quality;
import dev.understudy.scenario.FaultStep;
import dev.understudy.scenario.Repeat;
import dev.understudy.scenario.WaitFor;
import dev.understudy.scenario.form.Choice;
import dev.understudy.scenario.form.Choice.Option;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.MappedForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.RecordForm;
import dev.understudy.scenario.form.SchemaBook;
import dev.understudy.scenario.form.Spot;
import dev.understudy.scenario.form.Texts;
import dev.understudy.scenario.yaml.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Faults: a name, a time, and one named key for the kind of fault. Kinds come in as a list; each brings its record. */
final class FaultForms {
    private static final Field<String> NAME =
            Field.required("name", Texts.text(), "unique in the scenario, as people say it");
    private static final Field<Duration> AT =
            Field.byDefault("at", Leaves.duration(), "0s", "when, counted from the first injection");
    private static final Field<@Nullable Duration> LASTS = Field.optional(
            "for", Leaves.duration(), "undone after that time; left until recovery or the deadline when not given");

    private static final Field<Duration> EVERY =
            Field.required("every", Leaves.duration(), "from one time to the next; 1s or more");
    private static final Field<@Nullable Integer> TIMES = Field.optional(
            "times",
            Leaves.whole(2, 1000),
            "how often in all, the first included; until the fault's time is up when not given");
    private static final Field<@Nullable Repeat> REPEAT = Field.optional(
            "repeat",
            ObjectForm.of(v -> new Repeat(v.get(EVERY), v.get(TIMES), false), EVERY, TIMES),
            "puts it in again, planned anew each time; for faults that nobody has to undo, such as podKill");
    private static final Field<Boolean> STICKY = Field.byDefault(
            "sticky",
            Leaves.truth(),
            "false",
            "true hits pods that appear later too; for faults that nobody has to undo, such as podKill");

    private static final Choice<WaitFor> WHAT = new Choice<>(
            List.of(
                    new Option<>("good", probe(Quality.GOOD), "until this probe reads good"),
                    new Option<>("bad", probe(Quality.BAD), "until this probe reads bad")),
            new WaitFor("", Quality.BAD));
    private static final Field<@Nullable WaitFor> WAIT_FOR =
            Field.optional("waitFor", ObjectForm.of(v -> v.get(WHAT), WHAT), "what it waits for besides its time");

    private FaultForms() {}

    static Form<FaultStep> of(List<FaultType<?>> types) {
        Choice<Chosen> kind = new Choice<>(
                types.stream().<Option<? extends Chosen>>map(FaultForms::option).toList(), Chosen.NONE);
        return ObjectForm.shared(
                "fault",
                v -> new FaultStep(
                        v.get(NAME),
                        v.get(AT),
                        v.get(LASTS),
                        repeat(v.get(REPEAT), v.get(STICKY)),
                        v.get(WAIT_FOR),
                        v.get(kind).type(),
                        v.get(kind).spec()),
                NAME,
                AT,
                LASTS,
                REPEAT,
                STICKY,
                WAIT_FOR,
                kind);
    }

    /** Both together make one that the checks refuse. */
    private static @Nullable Repeat repeat(@Nullable Repeat repeat, boolean sticky) {
        if (!sticky) {
            return repeat;
        }
        return repeat == null ? Repeat.STICKY : new Repeat(repeat.every(), repeat.times(), true);
    }

    private static Form<WaitFor> probe(Quality quality) {
        return MappedForm.of(Texts.text(), probe -> new WaitFor(probe, quality));
    }

    private static Option<Chosen> option(FaultType<?> type) {
        return new Option<>(type.name(), new KindForm(type.name(), new RecordForm<>(type.spec())), type.summary());
    }

    /** The kind of fault that a step names, with what it says about it. */
    private record Chosen(String type, FaultSpec spec) {
        static final Chosen NONE = new Chosen("", Unreadable.SPEC);
    }

    /** Stands in for a spec that could not be read; never leaves the reader, which reports the problem instead. */
    private enum Unreadable implements FaultSpec {
        SPEC
    }

    private record KindForm(String type, RecordForm<? extends FaultSpec> spec) implements Form<Chosen> {
        @Override
        public Chosen read(Tree tree, Spot spot) {
            FaultSpec read = spec.read(tree, spot);
            return read == null ? blank() : new Chosen(type, read);
        }

        @Override
        public Chosen blank() {
            return Chosen.NONE;
        }

        @Override
        public Map<String, Object> schema(SchemaBook book) {
            return spec.schema(book);
        }
    }
}
