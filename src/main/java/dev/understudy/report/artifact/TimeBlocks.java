package dev.understudy.report.artifact;

import dev.understudy.independence.Assessment;
import dev.understudy.independence.RestrictedMeanTest;
import dev.understudy.independence.ScenarioTimes;
import dev.understudy.independence.ScenarioTimes.Stage;
import dev.understudy.independence.ServiceAssessment;
import dev.understudy.independence.SurvivalCurve;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Line;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long things took without the excluded and with, scenario by scenario. */
final class TimeBlocks {
    private TimeBlocks() {}

    static List<Block> of(Assessment assessment) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                Line.of("Drills of one scenario only are compared with each other. A clock that never"
                        + " stopped counts for as long as it ran; leaving it out would flatter. A drill that ran to its"
                        + " deadline or was rescued counts as not recovered within the limit. 'In time' is the share that"
                        + " was done within the scenario's objective for that clock. What healed by itself has no"
                        + " time to acknowledge: nobody had to. Means are taken only as far as drills were watched:"
                        + " 'up to' says how far, where that is short of the limit. The second drill of a scenario is"
                        + " easier than the first: a difference may be learning.")));
        int number = 0;
        for (ServiceAssessment service : assessment.services()) {
            for (ScenarioTimes times : service.times()) {
                number++;
                scenario(service, times, number, blocks);
            }
        }
        if (number == 0) {
            blocks.add(new Block.Paragraph(Line.of("No drill has a time yet.")));
        }
        return blocks;
    }

    private static void scenario(ServiceAssessment service, ScenarioTimes times, int number, List<Block> blocks) {
        blocks.add(new Block.Heading(service.service() + ": " + times.scenario() + ", without " + times.who()));
        blocks.add(new Block.Table(
                "Clocks up to the limit of " + Words.of(times.horizon()),
                List.of("clock", "objective", "drills", "median", "mean", "in time"),
                times.stages().stream()
                        .flatMap(stage -> Stream.of(
                                row("without", stage.without(), stage, times.horizon()),
                                row("with", stage.with(), stage, times.horizon())))
                        .toList()));
        times.stages().stream()
                .filter(stage -> stage.clock() == ScenarioTimes.Clock.RECOVER)
                .forEach(stage -> blocks.add(new Block.Picture(
                        "times-" + number,
                        TimePictures.curves(times, stage),
                        Line.EMPTY
                                .explained("Kaplan and Meier's estimate", "kaplan-meier")
                                .text("; a hollow dot is a clock that was stopped."))));
        if (times.comparison() != null) {
            blocks.add(new Block.Paragraph(comparison(times.comparison())));
        }
    }

    private static List<Line> row(String side, @Nullable SurvivalCurve curve, Stage stage, Duration horizon) {
        return List.of(
                Line.of(TimePictures.done(stage.clock()) + " " + side),
                Line.of(Words.of(stage.objective())),
                Line.of(subjects(curve)),
                Line.figure(TimePictures.median(curve, horizon), "kaplan-meier"),
                mean(curve, stage, horizon),
                within(curve, stage.objective()));
    }

    private static String subjects(@Nullable SurvivalCurve curve) {
        return curve == null ? "0" : String.valueOf(curve.subjects());
    }

    private static Line mean(@Nullable SurvivalCurve curve, Stage stage, Duration horizon) {
        if (curve == null) {
            return Line.of("–");
        }
        Duration known = stage.known(horizon);
        String upTo = known.compareTo(horizon) < 0 ? " up to " + Words.of(known) : "";
        return Line.figure(Words.of(curve.restrictedMean(known)) + upTo, "rmst");
    }

    private static Line within(@Nullable SurvivalCurve curve, Duration objective) {
        if (curve == null) {
            return Line.of("–");
        }
        return curve.known(objective).compareTo(objective) < 0
                ? Line.of("not watched so long")
                : Line.figure(Figures.four(curve.within(objective)), "kaplan-meier");
    }

    private static Line comparison(RestrictedMeanTest test) {
        String difference = test.difference().isNegative()
                ? Words.of(test.difference().negated()) + " less"
                : Words.of(test.difference()) + " more";
        Line line = Line.of("Up to " + Words.of(test.limit()) + " it took " + Words.of(test.meanWithout())
                        + " on average without (" + test.without() + ") and " + Words.of(test.meanWith()) + " with ("
                        + test.with() + "): ")
                .explained(difference, "rmst")
                .text(", ");
        Line p = test.p() == null
                ? line.text("too many ways to split these drills for an exact p")
                : line.text("p = ").explained(Figures.four(test.p()), "permutation");
        return p.text(". With so many drills p cannot be smaller than ")
                .explained(Figures.four(test.smallest()), "permutation")
                .text(test.smallest() > 0.05 ? ": they cannot show a difference at 5 %, whatever they are." : ".");
    }
}
