package dev.understudy.report.html;

import dev.understudy.drill.DrillEvent;
import dev.understudy.report.Clocks.Clock;
import dev.understudy.report.DrillReport;
import dev.understudy.report.ReportWords;
import dev.understudy.report.TimelineLine;
import dev.understudy.report.picture.Lane;
import dev.understudy.report.picture.LaneChart;
import dev.understudy.report.picture.Marker;
import dev.understudy.report.picture.Tone;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A drill as lanes over time: faults, probes, what else was reached, people, ourselves. */
final class TimelinePicture {
    /** How much of the picture may be spent on what was before the injection: a third of what came after. */
    private static final int BEFORE = 3;

    private TimelinePicture() {}

    static LaneChart of(DrillReport report) {
        List<TimelineLine> timeline = report.played();
        Duration first = timeline.getFirst().offset();
        Duration last = timeline.getLast().offset();
        Duration earliest = last.isPositive() ? last.dividedBy(BEFORE).negated() : first;
        Duration from = first.compareTo(earliest) < 0 ? earliest : first;
        List<Lane> lanes = new ArrayList<>(FaultLanes.of(report, last));
        lanes.addAll(ProbeLanes.of(timeline, last));
        lanes.addAll(SpreadLanes.of(timeline, last));
        lanes.addAll(PeopleLanes.of(report));
        return new LaneChart(
                "Timeline of the drill",
                description(report, from, last),
                from,
                last.plus(last.minus(from).dividedBy(50)),
                lanes,
                guides(report));
    }

    private static String description(DrillReport report, Duration from, Duration to) {
        String stops = report.clocks().byName().entrySet().stream()
                .filter(clock -> clock.getValue().isPresent())
                .map(clock -> clock.getKey() + " at "
                        + ReportWords.offset(clock.getValue().get().at()))
                .collect(Collectors.joining(", "));
        return "From " + Words.of(from) + " to " + Words.of(to) + " of the drill's clock. "
                + (stops.isEmpty() ? "Nothing was injected." : "Clocks: " + stops + ".")
                + " Every event stands in the table under 'Every event'.";
    }

    private static List<Marker> guides(DrillReport report) {
        List<Marker> guides = new ArrayList<>();
        guide(guides, report.clocks().injected(), Tone.FAULT, "injected");
        guide(guides, report.clocks().impact(), Tone.BAD, "impact");
        guide(guides, report.clocks().recovered(), Tone.GOOD, "recovered");
        report.timeline().stream()
                .filter(line -> line.fact() instanceof DrillEvent.EndDecided)
                .map(line -> new Marker(line.offset(), Tone.OURS, "over"))
                .forEach(guides::add);
        return guides;
    }

    private static void guide(List<Marker> guides, @Nullable Clock clock, Tone tone, String name) {
        if (clock != null) {
            guides.add(new Marker(clock.at(), tone, name + " " + ReportWords.offset(clock.at())));
        }
    }
}
