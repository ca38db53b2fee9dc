package dev.understudy.report.artifact;

import dev.understudy.independence.WilsonInterval;
import dev.understudy.playbook.HeroMap;
import dev.understudy.playbook.HeroMap.Dependency;
import dev.understudy.playbook.HeroMap.Factor;
import dev.understudy.playbook.HeroMap.Route;
import dev.understudy.playbook.HeroMap.Routed;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Line;
import dev.understudy.report.page.Page;
import dev.understudy.report.page.Section;
import dev.understudy.report.page.Target;
import dev.understudy.report.picture.Mood;
import dev.understudy.report.picture.ShareChart;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The operational hero map. */
final class HeroMapPage {
    static final String NAME = "hero-map";
    private static final int SHOWN = 8;

    private HeroMapPage() {}

    static Page of(HeroMap map, Edition edition) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("map", "The map", overview(map)));
        for (int i = 0; i < map.dependencies().size(); i++) {
            sections.add(detail(map.dependencies().get(i), i + 1));
        }
        sections.add(new Section("how", "How the risk is computed", how()));
        return edition.page(
                NAME,
                "Operational hero map",
                Line.of("Incidents, deployments and tasks that route to few, the riskiest family first: from "
                        + Words.count(map.incidents(), "incident") + " between " + Figures.day(map.from())
                        + " and "
                        + Figures.day(map.to()) + " and " + Words.count(map.drills(), "drill") + "."),
                sections);
    }

    private static List<Block> overview(HeroMap map) {
        if (map.dependencies().isEmpty()) {
            return List.of(new Block.Paragraph(Line.of("Nothing routes to few, as far as the evidence shows."
                    + " 'understudy import' takes incident history; every drill adds to it.")));
        }
        List<List<Line>> rows = new ArrayList<>();
        for (int i = 0; i < map.dependencies().size(); i++) {
            rows.add(row(map.dependencies().get(i), i + 1));
        }
        return List.of(
                new Block.Table(
                        "Dependencies by risk",
                        List.of(
                                "dependency",
                                "routes to",
                                "risk",
                                "criticality",
                                "recurrence",
                                "concentration",
                                "not yet independent",
                                "verdict"),
                        rows),
                picture(map));
    }

    private static List<Line> row(Dependency d, int number) {
        List<Line> cells = new ArrayList<>();
        cells.add(Line.EMPTY.link(
                d.service() + ", " + d.incidentClass(), new Target.Beside(NAME, "dependency-" + number)));
        cells.add(Line.of(
                Figures.names(d.responders().stream().map(Routed::responder).toList())));
        cells.add(Line.figure(Figures.four(d.risk()), "risk"));
        d.factors().forEach(f -> cells.add(Line.figure(Figures.four(f.value()), "risk")));
        Line verdicts = Line.EMPTY;
        for (Routed r : d.responders()) {
            verdicts = verdicts.text(verdicts.spans().isEmpty() ? "" : "; ")
                    .box(r.verdict().word(), Figures.mood(r.verdict()))
                    .text(" without " + r.responder())
                    .text(
                            r.accepted() == null
                                    ? ""
                                    : ", accepted until "
                                            + Figures.day(r.accepted().until()));
        }
        cells.add(verdicts);
        return cells;
    }

    private static Block picture(HeroMap map) {
        List<ShareChart.Row> rows = map.dependencies().stream()
                .limit(SHOWN)
                .flatMap(d -> d.largest().largest().map(route -> bar(d, route)).stream())
                .toList();
        String words = String.join(
                "; ", rows.stream().map(r -> r.name() + ": " + r.text()).toList());
        return new Block.Picture(
                "concentration",
                new ShareChart("How much of each dependency rests on one responder", words, rows),
                Line.of("The share of each of which most is certain; the line is its ")
                        .explained("90 % Wilson interval", "top-share")
                        .text(". At most " + SHOWN + " are drawn."));
    }

    private static ShareChart.Row bar(Dependency d, Route route) {
        var interval = WilsonInterval.of(route.share().part(), route.share().whole());
        return new ShareChart.Row(
                d.service() + ", " + d.incidentClass(),
                d.largest().responder() + ": " + route.source().word() + " "
                        + route.share().words(),
                route.share().value(),
                route.certain(),
                interval.high());
    }

    private static Section detail(Dependency d, int number) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                "What the risk of " + Figures.four(d.risk()) + " is the product of",
                List.of("factor", "value", "from"),
                d.factors().stream()
                        .map(f -> List.of(
                                Line.of(words(f)), Line.figure(Figures.four(f.value()), "risk"), Line.of(f.found())))
                        .toList()));
        d.responders().forEach(r -> blocks.addAll(routed(r)));
        return new Section("dependency-" + number, d.service() + ", " + d.incidentClass(), blocks);
    }

    private static List<Block> routed(Routed r) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                "What shows that it routes to " + r.responder(),
                List.of("evidence", "share", "figure", "certain", "counts"),
                r.routes().stream().map(HeroMapPage::route).toList()));
        blocks.add(new Block.Paragraph(
                Line.chip(r.verdict().word(), Figures.mood(r.verdict())).text(" " + r.because())));
        if (r.accepted() != null) {
            blocks.add(new Block.Notice(
                    Mood.CARE,
                    Line.of("Accepted as a true specialty by " + r.accepted().acceptedBy() + " until "
                            + Figures.day(r.accepted().until()) + ": "
                            + r.accepted().reason()
                            + ". It lowers no figure.")));
        }
        if (!r.drills().isEmpty()) {
            blocks.add(new Block.Paragraph(
                    Line.of("Drills without " + r.responder() + ": ").append(Line.drills(r.drills()))));
        }
        return blocks;
    }

    private static List<Line> route(Route route) {
        return List.of(
                Line.of(route.source().word()),
                Line.of(route.share().words()),
                Line.figure(Figures.four(route.share().value()), "top-share"),
                Line.figure(Figures.four(route.certain()), "risk"),
                Line.of(route.counted() ? "yes" : "no: " + route.note()));
    }

    private static List<Block> how() {
        return List.of(
                new Block.Paragraph(Line.of("risk = criticality × recurrence × concentration × not yet independent. It"
                        + " orders the lines of one map and means nothing beside another one.")),
                new Block.Points(Arrays.stream(Factor.Kind.values())
                        .map(kind ->
                                Line.EMPTY.strong(kind.word().replace('-', ' ')).text(": " + kind.definition() + "."))
                        .toList()));
    }

    private static String words(Factor factor) {
        return factor.kind().word().replace('-', ' ');
    }
}
