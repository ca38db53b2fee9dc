package dev.understudy.report.artifact;

import dev.understudy.independence.Assessment;
import dev.understudy.independence.Judgement;
import dev.understudy.independence.ServiceAssessment;
import dev.understudy.independence.Verdict;
import dev.understudy.playbook.IndependenceCheck;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Line;
import dev.understudy.report.page.Page;
import dev.understudy.report.page.Section;
import dev.understudy.report.page.Target;
import dev.understudy.report.picture.Mood;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.List;

/** The independence check. */
final class IndependencePage {
    static final String NAME = "independence-check";

    private IndependencePage() {}

    static Page of(Assessment assessment, IndependenceCheck check, Edition edition) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("verdicts", "The verdicts", verdicts(assessment)));
        int number = 0;
        for (ServiceAssessment service : assessment.services()) {
            for (Judgement j : service.judgements()) {
                number++;
                sections.add(new Section(
                        "verdict-" + number,
                        j.service() + " without " + j.who(),
                        JudgementBlocks.of(j, assessment.thresholds(), "verdict-" + number)));
            }
        }
        sections.add(new Section("times", "How long it takes", TimeBlocks.of(assessment)));
        sections.add(new Section("hesitation", "Where hesitation appeared", SignalBlocks.hesitation(check)));
        sections.add(new Section("people", "On how many people it rests", SignalBlocks.people(assessment)));
        sections.add(new Section("signals", "Signals over time", SignalBlocks.signals(assessment)));
        sections.add(new Section("meaning", "What a verdict means", MeasuresPage.errorRates(assessment.thresholds())));
        return edition.page(NAME, "Independence check", lead(assessment), sections);
    }

    private static Line lead(Assessment assessment) {
        List<ServiceAssessment> services = assessment.services();
        long independent = count(services, Verdict.INDEPENDENT);
        long dependent = count(services, Verdict.DEPENDENT);
        return Line.of("Does normal operation hold without the hero in the lead? Of "
                        + Words.count(services.size(), "service") + " ")
                .strong(independent + " independent, " + dependent + " dependent, "
                        + (services.size() - independent - dependent) + " where nobody can tell yet.");
    }

    private static long count(List<ServiceAssessment> services, Verdict verdict) {
        return services.stream().filter(s -> s.verdict() == verdict).count();
    }

    private static List<Block> verdicts(Assessment assessment) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                Line.of("Judged by rule " + assessment.rule() + " as of " + assessment.moment() + ".")));
        blocks.add(new Block.Picture(
                "matrix",
                VerdictPictures.matrix(assessment),
                Line.of(
                        "✓ independent, ✗ dependent, – insufficient. The first column is the verdict; the others are the same"
                                + " rule on one class alone.")));
        List<List<Line>> rows = new ArrayList<>();
        int number = 0;
        for (ServiceAssessment service : assessment.services()) {
            for (Judgement j : service.judgements()) {
                number++;
                rows.add(row(j, number));
            }
            if (service.judgements().isEmpty()) {
                rows.add(undrilled(service));
            }
        }
        blocks.add(new Block.Table(
                "Verdicts", List.of("service", "verdict", "passed", "90 % interval", "P(enough)", "missing"), rows));
        if (!assessment.strangers().isEmpty()) {
            blocks.add(new Block.Notice(
                    Mood.CARE,
                    Line.of("Drilled, but not in the roster and so not judged: "
                            + String.join(", ", assessment.strangers()) + ".")));
        }
        together(assessment, blocks);
        return blocks;
    }

    private static void together(Assessment assessment, List<Block> blocks) {
        List<Judgement> all = assessment.services().stream()
                .flatMap(s -> s.together().stream())
                .toList();
        if (!all.isEmpty()) {
            blocks.add(new Block.Table(
                    "Excluded together: a pass counts for each of them above, a fail only here, and for the service",
                    List.of("service", "verdict", "passed", "missing"),
                    all.stream()
                            .map(j -> List.of(
                                    Line.of(j.service() + " without " + j.who()),
                                    Line.chip(j.verdict().word(), Figures.mood(j.verdict())),
                                    Line.of(j.sum().passes() + " of " + j.sum().drills()),
                                    Line.of(j.missing().isEmpty() ? "–" : j.lacks())))
                            .toList()));
        }
    }

    private static List<Line> row(Judgement j, int number) {
        return List.of(
                Line.EMPTY.link(j.service() + " without " + j.who(), new Target.Beside(NAME, "verdict-" + number)),
                Line.chip(j.verdict().word(), Figures.mood(j.verdict())),
                Line.of(j.sum().passes() + " of " + j.sum().drills()),
                Line.figure(Figures.interval(j.sum()), "jeffreys"),
                Line.figure(Figures.atLeast(j.sum()), "at-least"),
                Line.of(j.missing().isEmpty() ? "–" : j.lacks()));
    }

    private static List<Line> undrilled(ServiceAssessment service) {
        return List.of(
                Line.of(service.service()),
                Line.chip(service.verdict().word(), Figures.mood(service.verdict())),
                Line.of("–"),
                Line.of("–"),
                Line.of("–"),
                Line.of(service.because()));
    }
}
