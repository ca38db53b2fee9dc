package dev.understudy.report.page;

import dev.understudy.report.picture.Axis;
import dev.understudy.report.picture.Axis.Tick;
import dev.understudy.report.picture.Curve;
import dev.understudy.report.picture.Curve.Dot;
import dev.understudy.report.picture.Curve.Point;
import dev.understudy.report.picture.CurveChart;
import dev.understudy.report.picture.MatrixChart;
import dev.understudy.report.picture.MatrixChart.Cell;
import dev.understudy.report.picture.Mood;
import dev.understudy.report.picture.ShareChart;
import java.util.List;
import java.util.stream.IntStream;

/** A page with one of everything. */
final class Specimen {
    private Specimen() {}

    /** Returns it. */
    static Page page(String words) {
        return new Page(
                "specimen",
                "Understudy",
                "A page of everything",
                Line.of(words + " ").strong("strong").text(" and ").code("code").text("."),
                List.of(
                        new Section("words", "Words", words(words)),
                        new Section("pictures", "Pictures", List.of(matrix(), posterior(), survival(), shares()))),
                Line.of("made for a test"));
    }

    private static List<Block> words(String words) {
        return List.of(
                new Block.Paragraph(
                        Line.of("see ").report("a-drill").text(", or ").explained("0.9654", "at-least")),
                new Block.Notice(Mood.CARE, Line.of(words)),
                new Block.Heading(words),
                new Block.Points(List.of(Line.of(words), Line.chip("independent", Mood.GOOD))),
                new Block.Steps(List.of(Line.of("first"), Line.of("second"))),
                new Block.Table(
                        "What is in it",
                        List.of("name", "value"),
                        List.of(List.of(
                                Line.of(words),
                                Line.of("a | b").link("web", new Target.Web("https://a.example/(b)"))))),
                new Block.More("More", List.of(new Block.Verbatim("$ ls\n" + words))));
    }

    private static Block matrix() {
        return new Block.Picture(
                "matrix",
                new MatrixChart(
                        "Services by class",
                        "checkout is independent for cache-loss",
                        List.of("cache-loss", "bad-deploy", "in sum"),
                        List.of(
                                new MatrixChart.Row(
                                        "checkout",
                                        List.of(
                                                new Cell("independent", "6 of 6 passed", Mood.GOOD),
                                                new Cell("insufficient", "2 more passes", Mood.OPEN),
                                                new Cell("dependent", "0 of 3", Mood.BAD))),
                                new MatrixChart.Row(
                                        "a service with a very long name",
                                        List.of(
                                                new Cell("stale", "accepted until May", Mood.CARE),
                                                new Cell("", "", Mood.PLAIN),
                                                new Cell("insufficient", "", Mood.OPEN))))),
                Line.of("Sign and word say it without colour."));
    }

    private static Block posterior() {
        List<Point> bell = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> new Point(i / 100.0, Math.pow(i / 100.0, 5.5) * Math.pow(1.001 - i / 100.0, 0.5) * 4))
                .toList();
        return new Block.Picture(
                "posterior",
                new CurveChart(
                        "How likely each chance of success is",
                        "most of it lies above 70 %",
                        Axis.percent("chance of success"),
                        new Axis("likely", 0, 2, List.of()),
                        List.of(new Curve("", bell, false, List.of())),
                        new Tick(0.7, "asked for: 70 %"),
                        new Tick(1, "as likely as any"),
                        true),
                Line.of("Shaded: where it is enough."));
    }

    private static Block survival() {
        return new Block.Picture(
                "survival",
                new CurveChart(
                        "Not yet recovered",
                        "without the excluded it takes longer",
                        new Axis(
                                "minutes since impact",
                                0,
                                20,
                                List.of(new Tick(0, "0"), new Tick(10, "10"), new Tick(20, "20"))),
                        Axis.percent("not yet recovered"),
                        List.of(
                                new Curve(
                                        "without",
                                        List.of(
                                                new Point(0, 1),
                                                new Point(6, 0.75),
                                                new Point(12, 0.5),
                                                new Point(20, 0.5)),
                                        true,
                                        List.of(new Dot(20, 0.5, Mood.OPEN, "censored"))),
                                new Curve(
                                        "with",
                                        List.of(new Point(0, 1), new Point(3, 0.5), new Point(5, 0), new Point(20, 0)),
                                        true,
                                        List.of())),
                        new Tick(15, "objective 15m"),
                        new Tick(0.5, "half of them"),
                        false),
                Line.of("Steps, as Kaplan and Meier drew them."));
    }

    private static Block shares() {
        return new Block.Picture(
                "shares",
                new ShareChart(
                        "Concentration",
                        "one responder acknowledged 8 of 10",
                        List.of(
                                new ShareChart.Row("acknowledged", "8 of 10, 1.5 effective people", 0.8, 0.54, 0.93),
                                new ShareChart.Row("changed", "3 of 12, 4.2 effective people", 0.25, 0.1, 0.5))),
                Line.of("The line is the interval."));
    }
}
