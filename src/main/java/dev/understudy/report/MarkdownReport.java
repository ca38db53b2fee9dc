package dev.understudy.report;

import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Briefing;
import dev.understudy.report.Clocks.Clock;
import dev.understudy.report.markup.MarkdownPage;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Markdown for a wiki, a pull request or a terminal. */
public final class MarkdownReport implements ReportFormat {
    private final boolean besideRehearsals;

    /** Prints reports that stand alone. */
    public MarkdownReport() {
        this(false);
    }

    /**
     * Prints reports of a playbook.
     *
     * @param besideRehearsals whether it counted rehearsals: then a report that is of none says so
     */
    public MarkdownReport(boolean besideRehearsals) {
        this.besideRehearsals = besideRehearsals;
    }

    @Override
    public String name() {
        return "md";
    }

    @Override
    public String fileName() {
        return "report.md";
    }

    @Override
    public String print(DrillReport report) {
        MarkdownPage page = new MarkdownPage();
        head(page, report);
        clocks(page, report);
        people(page, report.people());
        faults(page, report);
        spread(page, report.spread());
        if (!report.changesLeft().isEmpty()) {
            page.heading(2, "Still there at the close").list(report.changesLeft());
        }
        page.heading(2, "Timeline").table(List.of("when", "what", ""), timeline(report));
        DebriefSection.add(page, report);
        page.heading(2, "How it was measured").list(report.measuring());
        page.paragraph("Journal of drill " + report.drill() + ", head " + report.journalHead());
        return page.toString();
    }

    private void head(MarkdownPage page, DrillReport report) {
        Briefing.Subject subject = report.briefing().subject();
        Verdict verdict = report.verdict();
        page.heading(1, subject.title())
                .paragraph(verdict.word().toUpperCase(Locale.ROOT) + ".", verdict.why())
                .paragraph(
                        ReportWords.evidence(verdict.evidence().worth()) + ".",
                        verdict.evidence().because());
        if (besideRehearsals && !report.rehearsal()) {
            page.paragraph(ReportWords.REHEARSALS_COUNTED + ".", ReportWords.BESIDE_REHEARSALS);
        }
        page.paragraph("Next.", verdict.next()).table(List.of("", ""), facts(report));
        Optional<String> link = Runbook.link(subject.runbook());
        if (link.isPresent()) {
            page.link("Runbook:", link.get());
        } else if (subject.runbook() != null) {
            page.paragraph("Runbook: " + subject.runbook());
        }
    }

    private static List<List<String>> facts(DrillReport report) {
        Briefing.Subject subject = report.briefing().subject();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("drill", report.drill()));
        rows.add(List.of("service", subject.service() + " (" + subject.incidentClass() + ")"));
        rows.add(List.of("cluster", report.briefing().stage().cluster()));
        rows.add(List.of("opened", report.openedAt().toString()));
        rows.add(List.of("purpose", subject.purpose()));
        rows.add(List.of(
                "hypothesis",
                subject.hypothesis() + " (" + report.verdict().hypothesis().words() + ")"));
        return rows;
    }

    private static void clocks(MarkdownPage page, DrillReport report) {
        List<List<String>> stops = new ArrayList<>();
        report.clocks()
                .byName()
                .forEach((name, clock) -> stops.add(List.of(
                        name,
                        report.censored().contains(name) ? "never stopped" : ReportWords.clock(clock.orElse(null)),
                        clock.map(MarkdownReport::quality).orElse(""))));
        List<List<String>> goals = report.objectives().stream()
                .map(o -> List.of(
                        o.name(),
                        Words.of(o.limit()) + " from " + o.from(),
                        ReportWords.took(o),
                        ReportWords.result(o)))
                .toList();
        page.heading(2, "Clocks")
                .table(List.of("clock", "from the first injection", "how sure"), stops)
                .table(List.of("objective", "limit", "took", "result"), goals);
    }

    private static String quality(Clock clock) {
        if (clock.error() != null) {
            return "late by at most " + Words.of(clock.error());
        }
        return clock.grade() == null ? "" : "grade " + clock.grade();
    }

    private static void people(MarkdownPage page, People people) {
        List<String> lines = new ArrayList<>();
        people.excluded().forEach(e -> lines.add(ReportWords.excluded(e)));
        lines.add("Acknowledged by: " + or(people.acknowledgedBy(), "nobody"));
        if (people.lead() != null && !people.lead().equals(people.acknowledgedBy())) {
            lines.add("Led by: " + people.lead());
        }
        lines.add("Changed something: " + (people.acted().isEmpty() ? "nobody" : String.join(", ", people.acted())));
        people.breaches().forEach(b -> lines.add(ReportWords.breach(b)));
        people.glass().forEach(g -> lines.add(ReportWords.glass(g)));
        people.hints().forEach(h -> lines.add(ReportWords.hint(h)));
        page.heading(2, "Responders").list(lines);
    }

    private static void faults(MarkdownPage page, DrillReport report) {
        page.heading(2, "Faults and their undo");
        for (FaultLine fault : report.faults()) {
            page.paragraph(fault.name() + " (" + fault.type() + "), " + undo(fault.undo()) + ":", fault.detail() + ".");
            List<List<String>> rows = fault.lines().stream()
                    .map(line -> List.of(
                            line.object(),
                            or(line.field(), ""),
                            ReportWords.value(line.before()),
                            ReportWords.value(line.after()),
                            undo(line.undo()),
                            or(line.by(), "")))
                    .toList();
            page.table(List.of("object", "field", "before", "after", "undo", "by"), rows);
        }
    }

    private static void spread(MarkdownPage page, Spread spread) {
        if (!spread.measured()) {
            return;
        }
        page.heading(2, "Blast radius").paragraph(spread.sentence());
        if (!spread.reached().isEmpty()) {
            List<List<String>> rows = spread.reached().stream()
                    .map(r -> List.of(r.what(), ReportWords.offset(r.at()), spread.lasted(r), r.detail()))
                    .toList();
            page.table(List.of("reached", "from", "for", "what was seen"), rows);
        }
    }

    private static List<List<String>> timeline(DrillReport report) {
        return report.timeline().stream()
                .map(line -> List.of(ReportWords.offset(line.offset()), line.event(), line.text()))
                .toList();
    }

    private static String undo(@Nullable UndoResult result) {
        return result == null ? "-" : result.word();
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
