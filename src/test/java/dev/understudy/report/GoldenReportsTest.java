package dev.understudy.report;

import dev.understudy.report.json.JsonReport;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenReportsTest {
    static Stream<Arguments> stories() {
        Map<String, DrillStory> stories = Map.of(
                "recovered", Stories.recovered(),
                "rescued", Stories.rescued(),
                "aborted", Stories.aborted(),
                "not-recovered", Stories.notRecovered(),
                "running", Stories.running(),
                "debriefed", Stories.debriefed());
        return stories.entrySet().stream()
                .flatMap(story -> Stream.of(new MarkdownReport(), new JsonReport(), new JunitReport())
                        .map(format ->
                                Arguments.of(story.getKey(), story.getValue(), Named.of(format.name(), format))));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("stories")
    void prints_what_was_agreed_on(String name, DrillStory story, ReportFormat format) {
        DrillReport report = story.report();

        GoldenFile.check(name + "-" + format.fileName(), format.print(report));
    }
}
