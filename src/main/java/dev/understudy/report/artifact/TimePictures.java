package dev.understudy.report.artifact;

import dev.understudy.independence.ScenarioTimes;
import dev.understudy.independence.ScenarioTimes.Stage;
import dev.understudy.independence.SurvivalCurve;
import dev.understudy.report.picture.Axis;
import dev.understudy.report.picture.Axis.Tick;
import dev.understudy.report.picture.Curve;
import dev.understudy.report.picture.Curve.Dot;
import dev.understudy.report.picture.Curve.Point;
import dev.understudy.report.picture.CurveChart;
import dev.understudy.report.picture.Drawing;
import dev.understudy.report.picture.Mood;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Pictures of how long things took. */
final class TimePictures {
    private static final int TICKS = 5;

    private TimePictures() {}

    /** Returns what share was not yet done, by time, without the excluded and with. */
    static Drawing curves(ScenarioTimes times, Stage stage) {
        double horizon = Math.max(1, seconds(times.horizon()));
        List<Curve> curves = new ArrayList<>();
        add(curves, "without " + times.who(), stage.without(), times.horizon());
        add(curves, "with " + times.who(), stage.with(), times.horizon());
        List<Tick> ticks = IntStream.rangeClosed(0, TICKS)
                .mapToObj(i -> times.horizon().multipliedBy(i).dividedBy(TICKS))
                .map(at -> new Tick(seconds(at), Words.of(Duration.ofSeconds(at.toSeconds()))))
                .toList();
        boolean recovery = stage.clock() == ScenarioTimes.Clock.RECOVER;
        return new CurveChart(
                "Not yet " + done(stage.clock()) + ", by time",
                words(times, stage),
                new Axis("since " + since(stage.clock()), 0, horizon, ticks),
                Axis.percent("not yet " + done(stage.clock())),
                curves,
                recovery ? new Tick(seconds(times.objective()), "objective " + Words.of(times.objective())) : null,
                null,
                false);
    }

    /** Returns the median in words. */
    static String median(@Nullable SurvivalCurve curve, Duration horizon) {
        if (curve == null) {
            return "no drill";
        }
        return curve.median() == null ? "more than " + Words.of(curve.known(horizon)) : Words.of(curve.median());
    }

    static String done(ScenarioTimes.Clock clock) {
        return switch (clock) {
            case DETECT -> "detected";
            case ACKNOWLEDGE -> "acknowledged";
            case RECOVER -> "recovered";
        };
    }

    private static String since(ScenarioTimes.Clock clock) {
        return clock == ScenarioTimes.Clock.ACKNOWLEDGE ? "detection" : "impact";
    }

    private static String words(ScenarioTimes times, Stage stage) {
        return "half " + done(stage.clock()) + " without " + times.who() + " after "
                + median(stage.without(), times.horizon()) + ", with after " + median(stage.with(), times.horizon());
    }

    private static void add(List<Curve> curves, String name, @Nullable SurvivalCurve curve, Duration horizon) {
        if (curve == null) {
            return;
        }
        List<Point> points = new ArrayList<>(List.of(new Point(0, 1)));
        List<Dot> dots = new ArrayList<>();
        for (SurvivalCurve.Step step : curve.steps()) {
            double at = seconds(step.at());
            points.add(new Point(at, step.left()));
            if (step.censored() > 0) {
                dots.add(
                        new Dot(at, step.left(), Mood.OPEN, step.censored() + " stopped after " + Words.of(step.at())));
            }
        }
        points.add(new Point(
                Math.max(points.getLast().x(), seconds(curve.known(horizon))),
                points.getLast().y()));
        curves.add(new Curve(name, points, true, dots));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
