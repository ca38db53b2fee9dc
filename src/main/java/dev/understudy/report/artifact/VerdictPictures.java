package dev.understudy.report.artifact;

import dev.understudy.independence.Assessment;
import dev.understudy.independence.ClassTally;
import dev.understudy.independence.Judgement;
import dev.understudy.independence.ServiceAssessment;
import dev.understudy.independence.SuccessPosterior;
import dev.understudy.independence.Thresholds;
import dev.understudy.independence.TrendPoint;
import dev.understudy.independence.Verdict;
import dev.understudy.report.picture.Axis;
import dev.understudy.report.picture.Axis.Tick;
import dev.understudy.report.picture.Curve;
import dev.understudy.report.picture.Curve.Dot;
import dev.understudy.report.picture.Curve.Point;
import dev.understudy.report.picture.CurveChart;
import dev.understudy.report.picture.Drawing;
import dev.understudy.report.picture.MatrixChart;
import dev.understudy.report.picture.MatrixChart.Cell;
import dev.understudy.report.picture.MatrixChart.Row;
import dev.understudy.report.picture.Mood;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pictures of verdicts: the matrix, the posterior, the trend. */
final class VerdictPictures {
    private static final int STEPS = 200;
    /** Where a density has no bound, at the very ends, it is cut off. */
    private static final double HIGHEST = 8;

    private VerdictPictures() {}

    /** Returns services without somebody by incident class, and in sum. */
    static Drawing matrix(Assessment assessment) {
        List<Judgement> all = assessment.services().stream()
                .flatMap(s -> s.deciding().stream())
                .toList();
        List<String> classes = all.stream()
                .flatMap(j -> j.classes().stream())
                .map(ClassTally::incidentClass)
                .distinct()
                .sorted()
                .toList();
        List<String> columns =
                Stream.concat(Stream.of("in sum"), classes.stream()).toList();
        List<Row> rows = new ArrayList<>();
        for (ServiceAssessment service : assessment.services()) {
            service.deciding().forEach(j -> rows.add(row(j, classes)));
            if (service.judgements().isEmpty()) {
                rows.add(new Row(service.service(), undrilled(columns.size())));
            }
        }
        String words = all.stream()
                .map(j -> j.service() + " without " + Figures.who(j) + ": "
                        + j.verdict().word() + ", "
                        + passes(j.sum().passes(), j.sum().drills()))
                .collect(Collectors.joining("; "));
        return new MatrixChart("Verdicts by service and incident class", words, columns, rows);
    }

    private static Row row(Judgement j, List<String> classes) {
        List<Cell> cells = new ArrayList<>();
        cells.add(cell(j.verdict(), passes(j.sum().passes(), j.sum().drills())));
        for (String name : classes) {
            cells.add(j.classes().stream()
                    .filter(c -> c.incidentClass().equals(name))
                    .findFirst()
                    .map(VerdictPictures::cell)
                    .orElse(new Cell("", "", Mood.PLAIN)));
        }
        return new Row(j.service() + " without " + Figures.who(j), cells);
    }

    private static List<Cell> undrilled(int columns) {
        return IntStream.range(0, columns)
                .mapToObj(c ->
                        c == 0 ? new Cell("insufficient", "never drilled", Mood.OPEN) : new Cell("", "", Mood.PLAIN))
                .toList();
    }

    /** A class that was never drilled has no verdict of its own to be drawn. */
    private static Cell cell(ClassTally c) {
        return c.drilled()
                ? cell(c.verdict(), passes(c.estimate().passes(), c.estimate().drills()))
                : new Cell("never drilled", Words.count(c.incidents(), "incident"), Mood.OPEN);
    }

    private static Cell cell(Verdict verdict, String detail) {
        return new Cell(verdict.word(), detail, Figures.mood(verdict));
    }

    private static String passes(int passes, int drills) {
        return drills == 0 ? "no drill" : passes + " of " + drills + " passed";
    }

    /** Returns how likely each chance of success is, by the drills of a judgement. */
    static Drawing posterior(Judgement j, Thresholds thresholds) {
        SuccessPosterior posterior =
                new SuccessPosterior(j.sum().passes(), j.sum().drills());
        List<Point> points = IntStream.range(1, STEPS)
                .mapToObj(i -> (double) i / STEPS)
                .map(x -> new Point(x, Math.min(HIGHEST, posterior.density(x))))
                .toList();
        double highest = points.stream().mapToDouble(Point::y).max().orElse(1);
        String asked = "asked for: " + Figures.four(thresholds.success());
        return new CurveChart(
                "How likely each chance of success without " + j.who() + " is",
                passes(j.sum().passes(), j.sum().drills()) + "; probability "
                        + Figures.four(j.sum().atLeast())
                        + " that the chance is at least " + Figures.four(thresholds.success()) + ", "
                        + Figures.four(thresholds.confidence()) + " is asked for",
                Axis.percent("chance of success without " + j.who()),
                new Axis("how likely", 0, highest * 1.08, List.of()),
                List.of(new Curve("", points, false, List.of())),
                new Tick(thresholds.success(), asked),
                null,
                true);
    }

    /** Returns the probability after each drill: a filled dot passed, a cross failed, a hollow dot was not counted. */
    static Drawing trend(Judgement j, Thresholds thresholds) {
        List<TrendPoint> trend = j.trend();
        double first = day(trend.getFirst());
        double last = Math.max(first + 1, day(trend.getLast()));
        List<Tick> ticks =
                trend.stream().map(p -> new Tick(day(p), Figures.day(p.at()))).toList();
        List<Point> points =
                trend.stream().map(p -> new Point(day(p), p.atLeast())).toList();
        List<Dot> dots = trend.stream()
                .map(p -> new Dot(day(p), p.atLeast(), mood(p), says(p)))
                .toList();
        return new CurveChart(
                "The probability after each drill",
                turns(trend),
                new Axis("", first, last, ticks),
                Axis.percent("P(p ≥ " + Figures.four(thresholds.success()) + ")"),
                List.of(new Curve("", points, true, dots)),
                null,
                new Tick(thresholds.confidence(), "asked for: " + Figures.four(thresholds.confidence())),
                false);
    }

    /** Says the first, the last, and each that changed the verdict; a table beside the picture holds all. */
    static String turns(List<TrendPoint> trend) {
        return IntStream.range(0, trend.size())
                .filter(i -> i == 0
                        || i == trend.size() - 1
                        || trend.get(i).verdict() != trend.get(i - 1).verdict())
                .mapToObj(i -> says(trend.get(i)))
                .collect(Collectors.joining("; "));
    }

    private static double day(TrendPoint point) {
        return point.at().getEpochSecond() / 86_400.0;
    }

    private static Mood mood(TrendPoint point) {
        return !point.counted() ? Mood.OPEN : point.outcome().passed() ? Mood.GOOD : Mood.BAD;
    }

    private static String says(TrendPoint p) {
        return Figures.day(p.at()) + " " + p.incidentClass() + " " + p.outcome().word()
                + (p.counted() ? "" : ", not counted") + ": " + p.verdict().word() + ", " + Figures.four(p.atLeast());
    }
}
