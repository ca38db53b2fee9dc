package dev.understudy.playbook.file;

import dev.understudy.independence.Thresholds;
import dev.understudy.playbook.RotationTerms;
import dev.understudy.playbook.Settings;
import dev.understudy.scenario.Findings;
import dev.understudy.scenario.Places;
import dev.understudy.scenario.Problem;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.ListForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Times;
import dev.understudy.scenario.form.Values;
import dev.understudy.scenario.language.Document;
import dev.understudy.scenario.language.FileKind;
import dev.understudy.scenario.language.LoneFile;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** A settings file. */
public final class SettingsForm {
    private static final Field<Double> SUCCESS = Field.byDefault(
            "success",
            Leaves.fraction("0.01", "0.99"),
            "0.7",
            "chance of success without the excluded that is asked for (p0)");
    private static final Field<Double> CONFIDENCE = Field.byDefault(
            "confidence", Leaves.fraction("0.5", "0.9999"), "0.95", "how sure one has to be of that chance");
    private static final Field<Integer> MINIMUM =
            Field.byDefault("minimum", Leaves.whole(1, 1000), "5", "fewest valid drills for independent");
    private static final Field<Double> DOUBT = Field.byDefault(
            "doubt",
            Leaves.fraction("0", "0.4"),
            "0.2",
            "at or below this probability of success a service may be dependent");
    private static final Field<Integer> MINIMUM_DEPENDENT = Field.byDefault(
            "minimumDependent", Leaves.whole(1, 1000), "3", "fewest valid drills for dependent by that probability");
    private static final Field<Integer> LEADS = Field.byDefault(
            "leads", Leaves.whole(1, 100), "2", "distinct leads that are needed if people recovered any");
    private static final Field<Duration> FRESH =
            Field.byDefault("fresh", Times.days(), "180d", "how long a pass of a required class counts as fresh");
    private static final Field<Duration> WINDOW =
            Field.byDefault("window", Times.days(), "540d", "how far back drills count at all");
    private static final Field<Double> ABORTED_SHARE = Field.byDefault(
            "abortedShare",
            Leaves.fraction("0", "1"),
            "1/3",
            "more than this share of drills aborted leaves a service insufficient");
    private static final Field<Duration> HALF_LIFE = Field.byDefault(
            "halfLife", Times.days(), "180d", "after which evidence shown beside the verdict weighs half");

    private static final Form<Thresholds> THRESHOLDS = ObjectForm.of(
            SettingsForm::thresholds,
            SUCCESS,
            CONFIDENCE,
            MINIMUM,
            DOUBT,
            MINIMUM_DEPENDENT,
            LEADS,
            FRESH,
            WINDOW,
            ABORTED_SHARE,
            HALF_LIFE);

    private static final Field<Integer> WEEKS =
            Field.byDefault("weeks", Leaves.whole(1, 53), "13", "how many weeks the rotation plan covers");
    private static final Field<Integer> PER_WEEK =
            Field.byDefault("perWeek", Leaves.whole(1, 7), "2", "most drills in one week, on different days");
    private static final Field<Integer> PER_SERVICE = Field.byDefault(
            "perService", Leaves.whole(1, 53), "4", "most drills of one service in the plan, never two in one week");
    private static final Field<List<DayOfWeek>> DAYS = Field.byDefault(
            "days",
            ListForm.some(Times.weekday()),
            List.of("tue", "thu", "wed"),
            "days of drills, the preferred first");
    private static final Field<LocalTime> BEGIN =
            Field.byDefault("begin", Times.clock(), "13:00", "when a drill begins, by the clocks of the time zone");
    private static final Field<ZoneId> ZONE = Field.byDefault(
            "timeZone", Times.zone(), "UTC", "whose clocks are meant, by the name of the IANA database");
    private static final Field<Duration> LENGTH = Field.byDefault(
            "length", Leaves.duration(), "2h", "how long a drill takes, briefing and debrief included; at most a day");
    private static final Field<Integer> REST =
            Field.byDefault("rest", Leaves.whole(1, 53), "2", "weeks from one lead of a person to the next");
    private static final Field<Integer> QUALIFIED = Field.byDefault(
            "qualified", Leaves.whole(0, 100), "2", "how many people per service should have led without the hero");

    private static final Form<RotationTerms> TERMS = ObjectForm.of(
            v -> new RotationTerms(
                    v.get(WEEKS),
                    v.get(PER_WEEK),
                    v.get(PER_SERVICE),
                    v.get(DAYS),
                    v.get(BEGIN),
                    v.get(ZONE),
                    v.get(LENGTH),
                    v.get(REST),
                    v.get(QUALIFIED)),
            WEEKS,
            PER_WEEK,
            PER_SERVICE,
            DAYS,
            BEGIN,
            ZONE,
            LENGTH,
            REST,
            QUALIFIED);

    private static final Field<Thresholds> VERDICT =
            Field.orEmpty("verdict", THRESHOLDS, "the numbers of the verdict's rule");
    private static final Field<RotationTerms> ROTATION =
            Field.orEmpty("rotation", TERMS, "what the rotation plan keeps to");

    /** Reads such files. */
    public static final LoneFile<Settings> FILE = new LoneFile<>(
            FileKind.SETTINGS,
            Document.nameless(
                    FileKind.SETTINGS,
                    ObjectForm.of(v -> new Settings(v.get(VERDICT), v.get(ROTATION)), VERDICT, ROTATION)),
            SettingsForm::check);

    private SettingsForm() {}

    private static Thresholds thresholds(Values v) {
        return new Thresholds(
                v.get(SUCCESS),
                v.get(CONFIDENCE),
                v.get(MINIMUM),
                v.get(DOUBT),
                v.get(MINIMUM_DEPENDENT),
                v.get(LEADS),
                v.get(FRESH),
                v.get(WINDOW),
                v.get(ABORTED_SHARE),
                v.get(HALF_LIFE));
    }

    private static List<Problem> check(Settings settings, Places places) {
        Thresholds verdict = settings.verdict();
        Findings findings = new Findings(places);
        if (verdict.fresh().compareTo(verdict.window()) > 0) {
            findings.add(
                    "/spec/verdict/fresh",
                    "a pass cannot stay fresh for longer than drills count at all",
                    "'fresh' is at most 'window'",
                    "/spec/verdict/window");
        }
        RotationTerms rotation = settings.rotation();
        if (!rotation.length().isPositive() || rotation.length().compareTo(Duration.ofDays(1)) > 0) {
            findings.add("/spec/rotation/length", "a drill takes more than no time, and a day at most", "such as 2h");
        }
        if (rotation.days().isEmpty()) {
            findings.add(
                    "/spec/rotation/days", "a plan needs a day on which drills are held", "such as [tue, thu, wed]");
        }
        if (rotation.days().size() != Set.copyOf(rotation.days()).size()) {
            findings.add("/spec/rotation/days", "a day stands twice", "each day once, the preferred first");
        }
        return findings.problems();
    }
}
