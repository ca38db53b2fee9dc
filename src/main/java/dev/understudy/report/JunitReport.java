package dev.understudy.report;

import dev.understudy.report.markup.Element;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * JUnit XML for a pipeline: the scenario is the suite, and {@link JunitCase} says what its cases are. Whether the drill
 * is evidence stands in the suite's properties.
 */
public final class JunitReport implements ReportFormat {
    @Override
    public String name() {
        return "junit";
    }

    @Override
    public String fileName() {
        return "junit.xml";
    }

    @Override
    public String print(DrillReport report) {
        List<JunitCase> cases = JunitCase.of(report);
        String scenario = report.briefing().subject().scenario();
        Element suite = Element.of("testsuite")
                .with("name", scenario)
                .with("tests", cases.size())
                .with("failures", count(cases, JunitCase.Mark.FAILURE))
                .with("errors", count(cases, JunitCase.Mark.ERROR))
                .with("skipped", count(cases, JunitCase.Mark.SKIPPED))
                .with("time", seconds(JunitCase.lasted(report)))
                .with(
                        "timestamp",
                        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                                report.openedAt().atOffset(ZoneOffset.UTC)))
                .add(properties(report))
                .addAll(cases.stream().map(c -> element(c, scenario)).toList())
                .add(Element.of("system-out").text(out(report)));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + Element.of("testsuites").add(suite);
    }

    private static Element element(JunitCase junit, String scenario) {
        Element element = Element.of("testcase")
                .with("name", junit.name())
                .with("classname", "understudy." + scenario)
                .with("time", seconds(junit.time()));
        return switch (junit.mark()) {
            case PASSED -> element;
            case SKIPPED -> element.add(Element.of("skipped").with("message", junit.message()));
            case FAILURE -> element.add(problem("failure", junit));
            case ERROR -> element.add(problem("error", junit));
        };
    }

    private static Element problem(String name, JunitCase junit) {
        return Element.of(name)
                .with("message", junit.message())
                .with("type", junit.type())
                .text(junit.message());
    }

    private static Element properties(DrillReport report) {
        var subject = report.briefing().subject();
        var stage = report.briefing().stage();
        Debriefed debrief = report.debrief();
        Element properties = Element.of("properties")
                .add(
                        property("drill", report.drill()),
                        property("service", subject.service()),
                        property("incidentClass", subject.incidentClass()),
                        property("cluster", stage.cluster()),
                        property("evidence", report.verdict().evidence().worth().word()),
                        property("evidenceReason", report.verdict().evidence().because()),
                        property("outcome", report.verdict().word()),
                        property("blastRadius", report.spread().words()),
                        property("journalHead", report.journalHead()));
        return debrief == null
                ? properties
                : properties.add(
                        property("debriefedAt", debrief.at().toString()),
                        property("outcomeAtClose", debrief.atClose().word()));
    }

    private static Element property(String name, String value) {
        return Element.of("property").with("name", name).with("value", value);
    }

    private static int count(List<JunitCase> cases, JunitCase.Mark mark) {
        return (int) cases.stream().filter(c -> c.mark() == mark).count();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }

    private static String out(DrillReport report) {
        return report.verdict().why() + "\n" + report.verdict().next() + "\n"
                + "Blast radius: " + report.spread().sentence() + "\n\n"
                + report.timeline().stream()
                        .map(line -> ReportWords.offset(line.offset()) + "  " + line.text())
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
