package dev.understudy.report.artifact;

import dev.understudy.independence.ErrorRates;
import dev.understudy.independence.Measure;
import dev.understudy.independence.Thresholds;
import dev.understudy.playbook.HeroMap.Factor;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Line;
import dev.understudy.report.page.Page;
import dev.understudy.report.page.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What every figure of the other pages means, how it is computed, and who described it. */
final class MeasuresPage {
    static final String NAME = "measures";

    private MeasuresPage() {}

    static Page of(Edition edition, Thresholds thresholds) {
        List<Section> sections = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            sections.add(measure(measure, thresholds));
        }
        sections.add(new Section("risk", "Risk of a dependency", risk()));
        sections.add(new Section("need", "Need of a drill", need()));
        return edition.page(
                NAME,
                "How every figure is computed",
                Line.of("Each figure of the playbook leads here. Figures are printed to four digits after the point."),
                sections);
    }

    private static Section measure(Measure measure, Thresholds thresholds) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Line.of(measure.explanation())));
        blocks.add(new Block.Verbatim(measure.formula()));
        blocks.add(new Block.Paragraph(Line.of("Source: " + measure.source() + ".")));
        if (measure == Measure.VERDICT_RULE) {
            blocks.addAll(errorRates(thresholds));
        }
        return new Section(measure.id(), measure.title(), blocks);
    }

    /** How often the rule is wrong, and what that means for a reader. */
    static List<Block> errorRates(Thresholds thresholds) {
        ErrorRates rates = new ErrorRates(thresholds);
        return List.of(
                new Block.Paragraph(
                        Line.of("A verdict from few drills can be wrong. The table says how often a team whose"
                                + " true chance of passing a drill without the excluded is known would be called independent at"
                                + " least once, when somebody looks after every drill and at least "
                                + thresholds.minimum()
                                + " have to count, while no drill is older than the window. It is"
                                + " computed exactly, not simulated.")),
                table("How often the rule says independent, by true chance", "within ", rates.table()),
                new Block.Paragraph(Line.of(borderline(thresholds))),
                new Block.Paragraph(Line.of(sliding(thresholds))),
                table(
                        "How often within " + ErrorRates.LONGEST + " drills, by how many the window holds",
                        "window of ",
                        rates.windows()));
    }

    private static Block table(String title, String column, List<ErrorRates.Row> table) {
        List<String> heads = new ArrayList<>(List.of("true chance of success"));
        table.getFirst().rates().forEach(rate -> heads.add(column + rate.drills() + " drills"));
        return new Block.Table(
                title, heads, table.stream().map(MeasuresPage::rates).toList());
    }

    private static String borderline(Thresholds thresholds) {
        double rate = new ErrorRates(thresholds).independentWithin(thresholds.success(), ErrorRates.LONGEST);
        return "So a team exactly at the border of " + Figures.four(thresholds.success())
                + " is called independent within " + ErrorRates.LONGEST + " drills with a chance of "
                + Figures.four(rate) + (rate > 0 ? ": about one in " + Math.round(1 / rate) : "")
                + ". Who judges many services finds more by luck: of 20 at the border about 20 times as many, "
                + Figures.four(20 * rate)
                + " on average. The other conditions (a fresh pass of each required class, two"
                + " leads, no blocking action) make that rarer, and a fail takes the verdict back.";
    }

    private static String sliding(Thresholds thresholds) {
        long days = thresholds.window().toDays();
        return "Once drills are older than the window of " + days
                + " days it is not so rare: the window drops old fails,"
                + " and each new drill is another chance. With one drill every " + days / 6
                + " days the window holds 6,"
                + " with one every " + days / 12 + " days 12.";
    }

    private static List<Line> rates(ErrorRates.Row row) {
        List<Line> cells = new ArrayList<>();
        cells.add(Line.of(Figures.four(row.chance())));
        row.rates().forEach(rate -> cells.add(Line.figure(Figures.four(rate.independent()), "verdict-rule")));
        return cells;
    }

    private static List<Block> risk() {
        return List.of(
                new Block.Paragraph(Line.of("Orders the lines of the hero map: dependencies of services, not people.")),
                new Block.Verbatim("risk = criticality x recurrence x concentration x not yet independent"),
                new Block.Points(Arrays.stream(Factor.Kind.values())
                        .map(kind ->
                                Line.EMPTY.strong(kind.word().replace('-', ' ')).text(": " + kind.definition() + "."))
                        .toList()),
                new Block.Paragraph(
                        Line.of("Source: our own; the product of likelihood and impact that risk registers use,"
                                + " with evidence in the place of opinion.")));
    }

    private static List<Block> need() {
        return List.of(
                new Block.Paragraph(Line.of("Orders the drills that the rotation plan looks for a day for.")),
                new Block.Verbatim(
                        "weight = criticality (1 to 3) x staleness (0 to 1) / drills of the service before it\n"
                                + "staleness = 1 - freshness of the latest pass of that class"),
                new Block.Paragraph(
                        Line.of("Source: our own. A plan's goals are compared in their order: a later one only"
                                + " decides between plans that are equal in all before it.")));
    }
}
