package dev.understudy.report.artifact;

import dev.understudy.independence.Assessment;
import dev.understudy.independence.BusFactor;
import dev.understudy.independence.Concentration;
import dev.understudy.independence.Contribution;
import dev.understudy.independence.Escalations;
import dev.understudy.independence.Interruptions;
import dev.understudy.independence.ServiceAssessment;
import dev.understudy.playbook.IndependenceCheck;
import dev.understudy.playbook.IndependenceCheck.Hesitation;
import dev.understudy.playbook.IndependenceCheck.Sign;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Line;
import dev.understudy.report.picture.Axis;
import dev.understudy.report.picture.Axis.Tick;
import dev.understudy.report.picture.Curve;
import dev.understudy.report.picture.Curve.Point;
import dev.understudy.report.picture.CurveChart;
import dev.understudy.report.picture.Mood;
import dev.understudy.report.picture.ShareChart;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is watched beside the verdicts. */
final class SignalBlocks {
    private SignalBlocks() {}

    static List<Block> hesitation(IndependenceCheck check) {
        List<Block> blocks = new ArrayList<>();
        for (Hesitation h : check.hesitations()) {
            blocks.add(new Block.Heading(h.service() + ", " + h.incidentClass()));
            blocks.add(new Block.Paragraph(Line.of("Of " + Words.count(h.drills(), "drill") + " that could show it. "
                    + (h.usual() == null
                            ? "How long it usually takes from acknowledgement to the first action, nobody knows yet"
                            : "From acknowledgement to the first action it usually takes " + Words.of(h.usual()))
                    + "; more than "
                    + Words.of(h.limit()) + " counts as hesitation.")));
            blocks.add(
                    new Block.Points(h.signs().stream().map(SignalBlocks::sign).toList()));
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(Line.of("Nowhere, as far as drills show.")));
        }
        return blocks;
    }

    private static Line sign(Sign sign) {
        return Line.EMPTY
                .strong(Figures.sentence(sign.kind().word().replace('-', ' ')))
                .text(": " + sign.found() + " (")
                .report(sign.drill())
                .text(")");
    }

    static List<Block> people(Assessment assessment) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(busFactor(assessment.busFactor())));
        blocks.add(new Block.Table(
                "Services",
                List.of(
                        "service",
                        "criticality",
                        "effective people",
                        "from",
                        "can lead without the hero",
                        "perhaps clerks"),
                assessment.services().stream().map(SignalBlocks::service).toList()));
        for (ServiceAssessment service : assessment.services()) {
            if (!service.concentrations().isEmpty()) {
                blocks.add(new Block.Heading(service.service()));
                blocks.add(shares(service));
                blocks.add(figures(service));
            }
        }
        return blocks;
    }

    private static Line busFactor(BusFactor factor) {
        Line line = Line.of("Operational bus factor of the critical services: ")
                .explained(String.valueOf(factor.people()), "bus-factor");
        String exact = factor.exact() ? " (exact)" : " (at most: too many people to try every group)";
        return factor.people() == 0
                ? line.text(exact + ": more than half of them have nobody yet who led a drill without the hero well and"
                        + " lately.")
                : line.text(exact + ". If " + String.join(" and ", factor.who()) + " were away, more than half of them"
                        + " would have nobody who led a drill without the hero well and lately.");
    }

    private static List<Line> service(ServiceAssessment s) {
        Concentration effective = s.effective();
        return List.of(
                Line.of(s.service()),
                Line.of(s.criticality().name().toLowerCase(Locale.ROOT)),
                effective == null ? Line.of("–") : Line.figure(Figures.four(effective.effective()), "effective-people"),
                Line.of(
                        effective == null
                                ? "no evidence"
                                : effective.kind().word() + ", "
                                        + Words.count(effective.incidents(), occasion(effective))),
                Line.of(Figures.names(s.qualified())),
                Line.of(Figures.names(s.closers())));
    }

    private static String occasion(Concentration of) {
        return of.kind() == Contribution.LED ? "drill" : "incident";
    }

    private static Block shares(ServiceAssessment service) {
        List<ShareChart.Row> rows = service.concentrations().stream()
                .map(c -> new ShareChart.Row(
                        c.kind().word(),
                        "largest share " + Figures.four(c.topShare()) + " of " + c.incidents(),
                        c.topShare(),
                        c.topInterval().low(),
                        c.topInterval().high()))
                .toList();
        String words = rows.stream().map(r -> r.name() + ": " + r.text()).collect(Collectors.joining("; "));
        return new Block.Picture(
                "shares-" + service.service(),
                new ShareChart(
                        "In what share of incidents with each kind of work at " + service.service()
                                + " the same person had part",
                        words,
                        rows),
                Line.of("The bar is the largest share, the line its ")
                        .explained("90 % Wilson interval", "top-share")
                        .text("."));
    }

    private static Block figures(ServiceAssessment service) {
        return new Block.Table(
                "Concentration at " + service.service(),
                List.of(
                        "kind",
                        "incidents",
                        "parts taken",
                        "people",
                        "effective",
                        "1/HHI",
                        "by entropy",
                        "largest share",
                        "interval",
                        "flag"),
                service.concentrations().stream()
                        .map(c -> List.of(
                                Line.of(c.kind().word()),
                                Line.of(String.valueOf(c.incidents())),
                                Line.of(String.valueOf(c.total())),
                                Line.of(String.valueOf(c.people())),
                                Line.figure(Figures.four(c.effective()), "effective-people"),
                                Line.figure(Figures.four(c.simple()), "effective-people"),
                                Line.figure(Figures.four(c.entropic()), "effective-people"),
                                Line.figure(Figures.four(c.topShare()), "top-share"),
                                Line.figure(
                                        Figures.between(
                                                c.topInterval().low(),
                                                c.topInterval().high()),
                                        "top-share"),
                                flag(c.flag())))
                        .toList());
    }

    private static Line flag(Concentration.Flag flag) {
        return switch (flag) {
            case RED -> Line.chip("mostly one person", Mood.BAD);
            case AMBER -> Line.chip("fewer than two people", Mood.CARE);
            case GREY -> Line.chip("too few to say", Mood.OPEN);
            case NONE -> Line.chip("spread", Mood.GOOD);
        };
    }

    static List<Block> signals(Assessment assessment) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < assessment.interruptions().size(); i++) {
            interruptions(assessment.interruptions().get(i), i + 1, blocks);
        }
        blocks.add(new Block.Table(
                "How far up incidents went",
                List.of("service", "levels", "incidents", "share"),
                assessment.services().stream()
                        .filter(service -> service.escalations() != null)
                        .flatMap(service -> levels(service.service(), Objects.requireNonNull(service.escalations())))
                        .toList()));
        if (assessment.interruptions().isEmpty()
                && assessment.services().stream().allMatch(s -> s.escalations() == null)) {
            blocks.add(new Block.Paragraph(Line.of("No incident history was imported: ")
                    .code("understudy import FILE")
                    .text(" takes it.")));
        }
        return blocks;
    }

    private static Stream<List<Line>> levels(String service, Escalations escalations) {
        return escalations.levels().stream()
                .map(level -> List.of(
                        Line.of(service),
                        Line.of(String.valueOf(level.levels())),
                        Line.of(level.incidents() + " of " + escalations.incidents()),
                        Line.figure(
                                Figures.four((double) level.incidents() / escalations.incidents()), "escalations")));
    }

    private static void interruptions(Interruptions of, int number, List<Block> blocks) {
        List<Interruptions.Week> weeks = of.latest();
        blocks.add(new Block.Paragraph(Line.of(of.responder() + " is drawn into ")
                .explained(Figures.four(of.median()), "interruptions")
                .text(" incidents in a usual week; the later half of the latest " + weeks.size()
                        + " weeks differs from the" + " earlier by ")
                .explained(Figures.four(of.change()), "interruptions")
                .text(".")));
        if (weeks.size() < 2) {
            return;
        }
        int most = Math.max(
                1, weeks.stream().mapToInt(Interruptions.Week::incidents).max().orElse(1));
        blocks.add(new Block.Picture(
                "interruptions-" + number,
                new CurveChart(
                        "Incidents a week that drew in " + of.responder(),
                        weeks.stream()
                                .map(w -> "week of " + Figures.day(w.monday()) + ": " + w.incidents())
                                .collect(Collectors.joining("; ")),
                        new Axis("", 0, weeks.size() - 1, ticks(weeks)),
                        new Axis("incidents", 0, most, List.of(new Tick(0, "0"), new Tick(most, String.valueOf(most)))),
                        List.of(new Curve("", points(weeks), false, List.of())),
                        null,
                        null,
                        false),
                Line.of("The latest weeks, each by its Monday.")));
    }

    private static List<Tick> ticks(List<Interruptions.Week> weeks) {
        return IntStream.range(0, weeks.size())
                .mapToObj(i -> new Tick(i, Figures.day(weeks.get(i).monday())))
                .toList();
    }

    private static List<Point> points(List<Interruptions.Week> weeks) {
        return IntStream.range(0, weeks.size())
                .mapToObj(i -> new Point(i, weeks.get(i).incidents()))
                .toList();
    }
}
