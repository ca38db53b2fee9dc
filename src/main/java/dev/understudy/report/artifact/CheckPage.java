package dev.understudy.report.artifact;

import dev.understudy.independence.Assessment;
import dev.understudy.independence.Judgement;
import dev.understudy.independence.ServiceAssessment;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Line;
import dev.understudy.report.page.Page;
import dev.understudy.report.page.PageMarkdown;
import dev.understudy.report.page.Section;
import java.util.ArrayList;
import java.util.List;

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
        sections.add(new Section("verdicts", "Verdicts", List.of(table(assessment))));
        if (explain) {
            for (ServiceAssessment service : assessment.services()) {
                service.deciding().forEach(j -> sections.add(proof(j, sections.size())));
            }
        }
        Page page = edition.page(
                "check",
                assessment.independent() ? "Independent" : "Not independent",
                Line.of("As of " + assessment.moment() + ", by rule " + assessment.rule() + "."),
                sections);
        return new PageMarkdown("", false).print(page);
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

    private static List<Line> row(Judgement j) {
        return List.of(
                Line.of(j.service() + " without " + Figures.who(j)),
                Line.chip(j.verdict().word(), Figures.mood(j.verdict())),
                Line.of(j.sum().passes() + " of " + j.sum().drills()),
                Line.of(Figures.interval(j.sum())),
                Line.of(Figures.atLeast(j.sum())),
                Line.of(j.missing().isEmpty() ? "–" : j.lacks()));
    }

    private static Section proof(Judgement j, int number) {
        return new Section(
                "proof-" + number,
                j.service() + " without " + Figures.who(j) + ": " + j.verdict().word(),
                List.of(
                        new Block.Paragraph(Line.of(j.because())),
                        new Block.Table(
                                "Every condition of the rule, in its order",
                                List.of("for", "asks", "found", "holds"),
                                j.proof().stream()
                                        .map(c -> List.of(
                                                Line.of(c.of().word()),
                                                Line.of(c.asks()),
                                                Line.of(c.found()),
                                                Line.of(c.holds() ? "yes" : "no")))
                                        .toList())));
    }
}
