package dev.understudy.report.artifact;

import dev.understudy.independence.ClassTally;
import dev.understudy.independence.Clause;
import dev.understudy.independence.Estimate;
import dev.understudy.independence.Judgement;
import dev.understudy.independence.Thresholds;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Line;
import dev.understudy.report.picture.Mood;
import dev.understudy.roster.Specialty;
import java.util.ArrayList;
import java.util.List;

/** One verdict with all that it follows from. */
final class JudgementBlocks {
    private JudgementBlocks() {}

    static List<Block> of(Judgement j, Thresholds thresholds, String name) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                Line.chip(j.verdict().word(), Figures.mood(j.verdict())).text(" " + j.because())));
        if (!j.missing().isEmpty()) {
            blocks.add(new Block.Paragraph(Line.EMPTY.strong("Missing:").text(" " + j.lacks() + ".")));
        }
        j.accepted()
                .forEach(s -> blocks.add(new Block.Notice(Mood.CARE, specialty("Accepted as a true specialty", s))));
        j.expired().forEach(s -> blocks.add(new Block.Notice(Mood.BAD, specialty("No longer accepted", s))));
        blocks.add(figures(j, thresholds));
        if (j.sum().drills() > 0) {
            blocks.add(new Block.Picture(
                    name + "-posterior",
                    VerdictPictures.posterior(j, thresholds),
                    Line.of("Shaded: a chance of success that is enough. It holds ")
                            .explained(Figures.four(j.sum().atLeast()), "at-least")
                            .text(" of the probability; " + Figures.four(thresholds.confidence()) + " is asked for.")));
        }
        blocks.add(classes(j));
        if (!j.trend().isEmpty()) {
            blocks.add(new Block.Picture(
                    name + "-trend",
                    VerdictPictures.trend(j, thresholds),
                    Line.of(
                            "Each mark is a drill: a filled dot passed, a cross failed, a hollow dot was not counted. The"
                                    + " verdict is computed after each as if it were the latest, with the debriefs held"
                                    + " before the next.")));
        }
        blocks.add(new Block.More("The proof, condition by condition", proof(j)));
        blocks.add(new Block.More("The drills", drills(j)));
        return blocks;
    }

    private static Line specialty(String words, Specialty s) {
        return Line.of(words + " by " + s.acceptedBy() + " until " + Figures.day(s.until())
                + (s.incidentClass() == null ? "" : ", for " + s.incidentClass()) + ": " + s.reason()
                + ". It changes no verdict.");
    }

    private static Block figures(Judgement j, Thresholds thresholds) {
        Estimate sum = j.sum();
        List<List<Line>> rows = new ArrayList<>();
        rows.add(List.of(
                Line.of("passed without " + j.who()),
                Line.figure(sum.passes() + " of " + sum.drills(), "verdict-rule")));
        rows.add(List.of(Line.of("90 % interval of the chance"), Line.figure(Figures.interval(sum), "jeffreys")));
        rows.add(List.of(
                Line.of("probability that the chance is at least " + Figures.four(thresholds.success())),
                Line.figure(Figures.atLeast(sum), "at-least")));
        if (sum.failuresLeft() != null) {
            rows.add(List.of(
                    Line.of("chance of a fail that so many passes leave open (95 % sure)"),
                    Line.figure("at most " + Figures.four(sum.failuresLeft()), "failure-bound")));
        }
        rows.add(List.of(
                Line.of("passes in a row still needed by the numbers"),
                Line.figure(String.valueOf(sum.needed()), "needed")));
        rows.add(List.of(Line.of("led by"), Line.of(Figures.names(j.leads()))));
        rows.add(List.of(
                Line.of("weighted by freshness: shown, never used"),
                Line.figure(
                        Figures.four(j.weightedPasses()) + " of " + Figures.four(j.weightedDrills()), "freshness")));
        rows.add(List.of(
                Line.of("not counted"),
                Line.of(j.counting().aborted() + " aborted, " + j.counting().invalid() + " invalid, "
                        + j.counting().rehearsals() + " rehearsals, "
                        + j.counting().withheld() + " no evidence, "
                        + j.counting().withheldFails().size() + " failed and withheld, "
                        + j.counting().tooOld() + " too old, "
                        + j.counting().setAside().size()
                        + " failed without others too")));
        if (!j.counting().withheldFails().isEmpty()) {
            rows.add(List.of(Line.of("withheld fails"), Line.of(j.counting().withheldWords())));
        }
        return new Block.Table("The figures", List.of("figure", "value"), rows);
    }

    private static Block classes(Judgement j) {
        return new Block.Table(
                "By incident class",
                List.of(
                        "class",
                        "incidents",
                        "verdict",
                        "passed",
                        "90 % interval",
                        "P(enough)",
                        "latest pass",
                        "missing"),
                j.classes().stream().map(JudgementBlocks::incidentClass).toList());
    }

    private static List<Line> incidentClass(ClassTally c) {
        Line name = Line.of(c.incidentClass() + (c.required() ? " (required)" : ""));
        Estimate e = c.estimate();
        String latest = c.latestPass() == null ? "none" : Figures.day(c.latestPass());
        return List.of(
                name,
                Line.of(String.valueOf(c.incidents())),
                c.drilled()
                        ? Line.chip(c.verdict().word(), Figures.mood(c.verdict()))
                        : Line.chip("never drilled", Mood.OPEN),
                Line.of(e.passes() + " of " + e.drills()),
                Line.figure(Figures.interval(e), "jeffreys"),
                Line.figure(Figures.atLeast(e), "at-least"),
                c.latestPass() == null || c.fresh()
                        ? Line.of(latest)
                        : Line.of(latest + " ").box("stale", Mood.CARE),
                Line.of(c.missing().isEmpty() ? "–" : c.missing()));
    }

    private static List<Block> proof(Judgement j) {
        return List.of(new Block.Table(
                "Every condition of the rule, in its order",
                List.of("for", "asks", "found", "holds"),
                j.proof().stream().map(JudgementBlocks::clause).toList()));
    }

    private static List<Line> clause(Clause clause) {
        return List.of(
                Line.of(clause.of().word()),
                Line.of(clause.asks()),
                Line.of(clause.found()),
                clause.holds() ? Line.chip("yes", Mood.GOOD) : Line.chip("no", Mood.OPEN));
    }

    private static List<Block> drills(Judgement j) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                "Drills of this verdict, oldest first",
                List.of("drill", "day", "class", "outcome", "counted", "verdict then", "P(enough) then"),
                j.trend().stream()
                        .map(p -> List.of(
                                Line.EMPTY.wholeReport(p.drill()),
                                Line.of(Figures.day(p.at())),
                                Line.of(p.incidentClass()),
                                Line.of(p.outcome().word()),
                                Line.of(p.counted() ? "yes" : "no: " + p.reason()),
                                Line.of(p.verdict().word()),
                                Line.figure(Figures.four(p.atLeast()), "at-least")))
                        .toList()));
        if (j.trend().isEmpty()) {
            blocks.add(new Block.Paragraph(Line.of("There is none.")));
        }
        return blocks;
    }
}
