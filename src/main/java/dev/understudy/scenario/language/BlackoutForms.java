package dev.understudy.scenario.language;

import dev.understudy.scenario.form.Choice;
import dev.understudy.scenario.form.Choice.Option;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.ListForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import dev.understudy.scenario.form.Times;
import dev.understudy.schedule.Blackout;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Times in which no drill may run. */
final class BlackoutForms {
    private static final Field<String> NAME =
            Field.required("name", Texts.text(), "unique in the roster, as people say it");

    private static final Field<Instant> BEGIN = Field.required("from", Times.moment(), "its first moment");
    private static final Field<Instant> END =
            Field.required("to", Times.moment(), "the first moment after it; later than from");
    private static final Form<Function<String, Blackout>> ONCE =
            ObjectForm.of(v -> name -> new Blackout.Once(name, v.get(BEGIN), v.get(END)), BEGIN, END);

    private static final Field<List<DayOfWeek>> DAYS =
            Field.required("days", ListForm.some(Times.weekday()), "days on which it begins");
    private static final Field<LocalTime> FROM = Field.required("from", Times.clock(), "when on those days");
    private static final Field<LocalTime> TO =
            Field.required("to", Times.clock(), "when it ends; on the next day when that is not later than from");
    private static final Field<ZoneId> ZONE =
            Field.required("timeZone", Times.zone(), "whose clocks are meant, by the name of the IANA database");
    private static final Form<Function<String, Blackout>> WEEKLY = ObjectForm.of(
            v -> name -> new Blackout.Weekly(name, Set.copyOf(v.get(DAYS)), v.get(FROM), v.get(TO), v.get(ZONE)),
            DAYS,
            FROM,
            TO,
            ZONE);

    private static final Choice<Function<String, Blackout>> WHEN = new Choice<>(
            List.of(
                    new Option<>("once", ONCE, "comes once"),
                    new Option<>("weekly", WEEKLY, "comes every week, by the clocks of one place")),
            ONCE.blank());

    static final Form<Blackout> BLACKOUT = ObjectForm.of(v -> v.get(WHEN).apply(v.get(NAME)), NAME, WHEN);

    private BlackoutForms() {}
}
