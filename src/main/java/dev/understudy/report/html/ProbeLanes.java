package dev.understudy.report.html;

import dev.understudy.drill.DrillEvent;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Reading;
import dev.understudy.report.TimelineLine;
import dev.understudy.report.picture.Lane;
import dev.understudy.report.picture.Span;
import dev.understudy.report.picture.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One lane for each probe: from each turn to the next. */
final class ProbeLanes {
    private ProbeLanes() {}

    private record Turn(Duration at, Reading reading) {}

    static List<Lane> of(List<TimelineLine> timeline, Duration last) {
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        for (TimelineLine line : timeline) {
            if (line.fact() instanceof DrillEvent.ProbeTurned(Reading reading)) {
                turns.computeIfAbsent(reading.probe(), _ -> new ArrayList<>()).add(new Turn(line.offset(), reading));
            }
        }
        List<Lane> lanes = new ArrayList<>();
        turns.forEach((probe, all) -> lanes.add(new Lane(probe, spans(all, last), List.of(), "")));
        return lanes;
    }

    private static List<Span> spans(List<Turn> turns, Duration last) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Duration end = i + 1 < turns.size() ? turns.get(i + 1).at : last;
            Reading reading = turns.get(i).reading;
            spans.add(new Span(turns.get(i).at, end, tone(reading.quality()), reading.detail()));
        }
        return spans;
    }

    private static Tone tone(Quality quality) {
        return switch (quality) {
            case GOOD -> Tone.GOOD;
            case BAD -> Tone.BAD;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }
}
