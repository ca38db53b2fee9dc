package dev.understudy.report.html;

import dev.understudy.report.DrillReport;
import dev.understudy.report.Objective;
import dev.understudy.report.picture.Bar;
import dev.understudy.report.picture.LimitChart;
import dev.understudy.report.picture.Tone;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The clocks against their objectives. */
final class ObjectivePicture {
    private ObjectivePicture() {}

    static LimitChart of(DrillReport report) {
        List<Bar> bars = report.objectives().stream().map(ObjectivePicture::bar).toList();
        String words = bars.stream().map(bar -> bar.name() + ": " + bar.text()).collect(Collectors.joining("; "));
        return new LimitChart("Clocks against their objectives", words, bars);
    }

    private static Bar bar(Objective objective) {
        Duration took = objective.took();
        Duration shown = took == null ? objective.waited() : took;
        return new Bar(
                objective.name() + ", from " + objective.from(),
                mark(objective) + " " + time(objective) + ", limit " + Words.of(objective.limit()),
                shown == null || shown.isNegative() ? 0 : shown.toMillis(),
                objective.less().toMillis(),
                objective.more().toMillis(),
                Math.max(1, objective.limit().toMillis()),
                took != null || shown == null,
                tone(objective));
    }

    private static String time(Objective objective) {
        Duration took = objective.took();
        if (took != null) {
            return rough(took);
        }
        Duration waited = objective.waited();
        return waited == null ? "never started" : "not stopped after " + rough(waited);
    }

    /** Nobody reads milliseconds beside minutes; the exact time stands in the table. */
    private static String rough(Duration time) {
        return Words.of(time.toMinutes() == 0 ? time : Duration.ofSeconds(time.toSeconds()));
    }

    private static String mark(Objective objective) {
        return switch (objective.result()) {
            case null -> "– not judged:";
            case MET -> "✓ met:";
            case MISSED -> "✗ missed:";
        };
    }

    private static Tone tone(Objective objective) {
        return switch (objective.result()) {
            case null -> Tone.UNKNOWN;
            case MET -> Tone.GOOD;
            case MISSED -> Tone.BAD;
        };
    }
}
