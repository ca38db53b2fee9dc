package dev.understudy.report.artifact;

import dev.understudy.independence.Assessment;
import dev.understudy.independence.Judgement;
import dev.understudy.independence.ServiceAssessment;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Line;
import dev.understudy.report.page.Page;
import dev.understudy.report.page.PageMarkdown;
import dev.understudy.report.page.Section;
import dev.understudy.report.picture.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The independence check as one Markdown page of its own, for a pipeline's summary. */
public final class CheckPage {
    private CheckPage() {}

    /**
     * Returns the page.
     *
     * @param explain whether each verdict comes with its proof
     */
    public static String print(Assessment assessment, Edition edition, boolean explain) {
        List<Section> sections = new ArrayList<>();
        List<Block> verdicts = new ArrayList<>(List.of(table(assessment)));
        verdicts.addAll(withheld(assessment));
        sections.add(new Section("verdicts", "Verdicts", verdicts));
        if (explain) {
            for (ServiceAssessment service : assessment.services()) {
                Stream.concat(service.judgements().stream(), service.together().stream())
                        .forEach(j -> sections.add(proof(j, assessment, sections.size())));
            }
        }
        Page page = edition.page(
                "check",
                assessment.independent() ? "Independent" : "Not independent",
                Line.of("As of " + assessment.moment() + ", by rule " + assessment.rule() + "."),
                sections);
        return PageMarkdown.withoutFolder().print(page);
    }

    private static Block table(Assessment assessment) {
        List<List<Line>> rows = new ArrayList<>();
        for (ServiceAssessment service : assessment.services()) {
            service.deciding().forEach(j -> rows.add(row(j)));
            if (service.judgements().isEmpty()) {
                rows.add(List.of(
                        Line.of(service.service()),
                        Line.chip(service.verdict().word(), Figures.mood(service.verdict())),
                        Line.of("–"),
                        Line.of("–"),
                        Line.of("–"),
                        Line.of(service.because())));
            }
        }
        return new Block.Table(
                "By service and excluded responder",
                List.of("service", "verdict", "passed", "90 % interval", "P(enough)", "missing"),
                rows);
    }

    private static List<Block> withheld(Assessment assessment) {
        return assessment.services().stream()
                .filter(service -> !service.withheldWords().isEmpty())
                .<Block>map(service ->
                        new Block.Notice(Mood.CARE, Line.of(service.service() + ": " + service.withheldWords() + ".")))
                .toList();
    }

    private static List<Line> row(Judgement j) {
        return List.of(
                Line.of(j.service() + " without " + Figures.who(j)),
                Line.chip(j.verdict().word(), Figures.mood(j.verdict())),
                Line.of(j.sum().passes() + " of " + j.sum().drills()),
                Line.of(Figures.interval(j.sum())),
                Line.of(Figures.atLeast(j.sum())),
                Line.of(j.missing().isEmpty() ? "–" : j.lacks()));
    }

    private static Section proof(Judgement j, Assessment assessment, int number) {
        return new Section(
                "proof-" + number,
                j.service() + " without " + Figures.who(j) + ": " + j.verdict().word(),
                JudgementBlocks.of(j, assessment.thresholds(), "proof-" + number));
    }
}
