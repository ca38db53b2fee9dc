package dev.understudy.report;

import dev.understudy.independence.Assessment;
import dev.understudy.independence.Judgement;
import dev.understudy.independence.LeftOut;
import dev.understudy.independence.ServiceAssessment;
import dev.understudy.independence.Verdict;
import dev.understudy.report.markup.Element;
import dev.understudy.wording.Words;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The independence check as JUnit XML for a pipeline: each service is a suite, each responder a case, and
 * each group of which a fail counted. Whatever is not
 * independent is a failure: nobody has shown that it works.
 */
public final class CheckJunit {
    private CheckJunit() {}

    /** Returns the file's text. */
    public static String print(Assessment assessment) {
        Element suites = Element.of("testsuites");
        assessment.services().forEach(service -> suites.add(suite(service, assessment)));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + suites;
    }

    private static Element suite(ServiceAssessment service, Assessment assessment) {
        List<Element> cases = new ArrayList<>();
        service.deciding().forEach(j -> cases.add(judged(j)));
        if (cases.isEmpty()) {
            cases.add(testcase(service.service(), "never drilled").add(failure(service.verdict(), service.because())));
        }
        long failed = service.judgements().isEmpty()
                ? 1
                : service.deciding().stream()
                        .filter(j -> j.verdict() != Verdict.INDEPENDENT)
                        .count();
        return Element.of("testsuite")
                .with("name", "independence of " + service.service())
                .with("tests", cases.size())
                .with("failures", failed)
                .with("errors", 0)
                .with("skipped", 0)
                .with("time", "0")
                .with(
                        "timestamp",
                        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                                assessment.moment().atOffset(ZoneOffset.UTC)))
                .add(properties(service, assessment))
                .addAll(cases);
    }

    private static Element properties(ServiceAssessment service, Assessment assessment) {
        Element properties = Element.of("properties")
                .add(
                        property("rule", String.valueOf(assessment.rule())),
                        property("rehearsalsCounted", String.valueOf(assessment.rehearsals())));
        if (!service.withheldWords().isEmpty()) {
            properties.add(property("withheldFails", service.withheldWords()));
        }
        List<String> departures = assessment.thresholds().departures();
        if (!departures.isEmpty()) {
            properties.add(property("settings", String.join(", ", departures)));
        }
        LeftOut leftOut = assessment.leftOut();
        return leftOut == null
                ? properties
                : properties.add(property("since", leftOut.since().toString()), property("leftOut", leftOut.words()));
    }

    private static Element judged(Judgement j) {
        Element element =
                testcase(j.service(), "without " + j.who() + (j.excluded().size() > 1 ? " together" : ""));
        return j.verdict() == Verdict.INDEPENDENT ? element : element.add(failure(j.verdict(), words(j)));
    }

    private static String words(Judgement j) {
        String figures = j.sum().passes() + " of " + j.sum().drills() + " passed, P "
                + Words.figure(j.sum().atLeast());
        return j.because() + " (" + figures + ")" + (j.missing().isEmpty() ? "" : " Missing: " + j.lacks() + ".");
    }

    private static Element testcase(String service, String name) {
        return Element.of("testcase")
                .with("name", name)
                .with("classname", "understudy.independence." + service)
                .with("time", "0");
    }

    private static Element failure(Verdict verdict, String message) {
        return Element.of("failure")
                .with("message", message)
                .with("type", verdict.word())
                .text(message);
    }

    private static Element property(String name, String value) {
        return Element.of("property").with("name", name).with("value", value);
    }
}
