package dev.understudy.report.artifact;

import dev.understudy.playbook.RotationPlan;
import dev.understudy.playbook.RotationPlan.Need;
import dev.understudy.playbook.RotationPlan.PlannedDrill;
import dev.understudy.playbook.RotationTerms;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Line;
import dev.understudy.report.page.Page;
import dev.understudy.report.page.Section;
import dev.understudy.report.picture.MatrixChart;
import dev.understudy.report.picture.MatrixChart.Cell;
import dev.understudy.report.picture.Mood;
import dev.understudy.wording.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The operational rotation plan. */
final class RotationPlanPage {
    static final String NAME = "rotation-plan";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private RotationPlanPage() {}

    static Page of(RotationPlan plan, Edition edition) {
        return edition.page(
                NAME,
                "Operational rotation plan",
                Line.of("Which drill is held when from " + Figures.day(plan.from()) + " to " + Figures.day(plan.to())
                        + ", and who leads it: " + Words.count(plan.drills().size(), "drill") + " planned, "
                        + plan.unplanned().size() + " without a place."),
                List.of(
                        new Section("calendar", "The calendar", calendar(plan)),
                        new Section("why", "Why these people", why(plan)),
                        new Section("unplanned", "What has no place", unplanned(plan)),
                        new Section("leads", "Who can lead without the hero", leads(plan)),
                        new Section("rules", "What the plan keeps to", rules(plan))));
    }

    private static List<Block> calendar(RotationPlan plan) {
        if (plan.drills().isEmpty()) {
            return List.of(new Block.Paragraph(Line.of("Nothing is planned.")));
        }
        return List.of(
                picture(plan),
                new Block.Table(
                        "Drills by day",
                        List.of(
                                "day",
                                "service",
                                "class",
                                "scenario",
                                "led by",
                                "how",
                                "observes",
                                "shadows",
                                "out of the game"),
                        plan.drills().stream()
                                .map(d -> row(d, plan.terms().zone()))
                                .toList()));
    }

    private static List<Line> row(PlannedDrill d, ZoneId zone) {
        Need need = d.need();
        return List.of(
                Line.of(weekday(d) + " " + Figures.day(d.day()) + ", "
                        + CLOCK.format(d.from().atZone(zone)) + " " + zone),
                Line.of(need.service()),
                Line.of(need.incidentClass()),
                Line.of(need.scenario() == null ? "none yet: write one" : need.scenario()),
                Line.EMPTY.strong(d.lead()),
                Line.of(d.mode().word().replace('-', ' ')),
                Line.of(d.observer() == null ? "–" : d.observer()),
                Line.of(d.shadow() == null ? "–" : d.shadow()),
                Line.of(Figures.names(d.excluded())));
    }

    private static Block picture(RotationPlan plan) {
        List<String> services = plan.drills().stream()
                .map(d -> d.need().service())
                .distinct()
                .sorted()
                .toList();
        List<MatrixChart.Row> rows = IntStream.rangeClosed(1, plan.terms().weeks())
                .mapToObj(week -> new MatrixChart.Row(
                        "week of " + Figures.day(plan.from().plusWeeks(week - 1)),
                        services.stream().map(s -> cell(plan, week, s)).toList()))
                .toList();
        String words = plan.drills().stream()
                .map(d -> Figures.day(d.day()) + ": " + d.need().service() + ", "
                        + d.need().incidentClass() + ", led by " + d.lead())
                .collect(Collectors.joining("; "));
        return new Block.Picture(
                "calendar",
                new MatrixChart("The weeks of the plan", words, services, rows),
                Line.of("✓ led alone, ! with the hero at hand; the table below says the same."));
    }

    private static Cell cell(RotationPlan plan, int week, String service) {
        List<PlannedDrill> there = plan.drills().stream()
                .filter(d -> d.week() == week && d.need().service().equals(service))
                .toList();
        if (there.isEmpty()) {
            return new Cell("", "", Mood.PLAIN);
        }
        PlannedDrill first = there.getFirst();
        String more = there.size() > 1 ? " and " + (there.size() - 1) + " more" : "";
        return new Cell(
                first.lead(),
                first.need().incidentClass() + more,
                first.mode() == RotationPlan.Mode.ALONE ? Mood.GOOD : Mood.CARE);
    }

    private static List<Block> why(RotationPlan plan) {
        List<Block> blocks = new ArrayList<>();
        for (PlannedDrill d : plan.drills()) {
            List<Line> lines = new ArrayList<>();
            lines.add(Line.EMPTY.strong(d.lead()).text(": " + d.why()));
            d.others()
                    .forEach(o -> lines.add(
                            Line.of("not " + o.responder() + ": " + o.because() + (o.forbidden() ? " (a rule)" : ""))));
            List<Block> inside = new ArrayList<>();
            inside.add(new Block.Paragraph(
                    Line.of("Needed: " + String.join("; ", d.need().reasons()) + ". Weight ")
                            .explained(Figures.four(d.need().weight()), "need")
                            .text(": " + d.need().found() + ".")));
            inside.add(new Block.Points(lines));
            blocks.add(new Block.More(
                    Figures.day(d.day()) + ", " + d.need().service() + ", "
                            + d.need().incidentClass() + ": " + d.lead(),
                    inside));
        }
        return blocks;
    }

    private static List<Block> unplanned(RotationPlan plan) {
        List<Block> blocks = new ArrayList<>();
        if (plan.unplanned().isEmpty()) {
            blocks.add(new Block.Paragraph(Line.of("Everything that is needed has its day.")));
        }
        Map<List<String>, List<RotationPlan.Unplanned>> alike = plan.unplanned().stream()
                .collect(Collectors.groupingBy(
                        u -> List.of(u.need().service(), u.need().incidentClass(), u.because()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        blocks.add(new Block.Table(
                "Needed, and not in the plan",
                List.of("service and class", "drills", "largest weight", "why not"),
                alike.values().stream().map(RotationPlanPage::group).toList()));
        if (!plan.later().isEmpty()) {
            blocks.add(new Block.Paragraph(
                    Line.of("Passes in a row still needed after these weeks, if every drill that is led alone passes: "
                            + plan.later().stream()
                                    .map(l -> l.service() + " without " + l.without() + " " + l.passes())
                                    .collect(Collectors.joining(", "))
                            + ".")));
        }
        blocks.add(new Block.Table(
                "Days without drills",
                List.of("day", "blackout"),
                plan.blocked().stream()
                        .map(b -> List.of(Line.of(Figures.day(b.day())), Line.of(b.blackout())))
                        .toList()));
        return blocks;
    }

    private static List<Line> group(List<RotationPlan.Unplanned> alike) {
        Need first = alike.getFirst().need();
        double largest =
                alike.stream().mapToDouble(u -> u.need().weight()).max().orElse(0);
        return List.of(
                Line.of(first.service() + ", " + first.incidentClass()),
                Line.of(String.valueOf(alike.size())),
                Line.figure(Figures.four(largest), "need"),
                Line.of(alike.getFirst().because()));
    }

    private static List<Block> leads(RotationPlan plan) {
        return List.of(new Block.Table(
                "People who have led without the hero, or would have if each planned drill went well",
                List.of("service", "so far", "after the plan", "enough"),
                plan.leads().stream()
                        .map(l -> List.of(
                                Line.of(l.service()),
                                Line.of(Figures.names(l.before())),
                                Line.of(Figures.names(l.after())),
                                l.enough()
                                        ? Line.chip("yes", Mood.GOOD)
                                        : Line.chip("no", Mood.CARE).text(" " + l.because())))
                        .toList()));
    }

    private static List<Block> rules(RotationPlan plan) {
        RotationTerms terms = plan.terms();
        return List.of(
                new Block.Paragraph(Line.chip(
                                plan.exact() ? "exact" : "good, not proven best", plan.exact() ? Mood.GOOD : Mood.CARE)
                        .text(" " + plan.method())),
                new Block.Points(List.of(
                        Line.of("Nobody leads who is excluded, away or on call that day, or within "
                                + Words.count(terms.rest(), "week") + " of leading another drill."),
                        Line.of(
                                "Nobody leads alone before having led such a drill with support: until then the hero is at hand."),
                        Line.of("At most " + Words.count(terms.perWeek(), "drill") + " a week, from " + terms.begin()
                                + " " + terms.zone() + " for " + Words.of(terms.length())
                                + ", never in a blackout."),
                        Line.of("At least " + terms.qualified()
                                + " people per service should have led without the hero."))),
                new Block.Table(
                        "What it was judged by, the most important first",
                        List.of("goal", "reached", "better"),
                        plan.goals().stream()
                                .map(g -> List.of(
                                        Line.of(g.name()),
                                        Line.figure(Figures.four(g.value()), "need"),
                                        Line.of(g.better())))
                                .toList()));
    }

    private static String weekday(PlannedDrill d) {
        String day = d.day().getDayOfWeek().name();
        return day.charAt(0) + day.substring(1, 3).toLowerCase(Locale.ROOT);
    }
}
