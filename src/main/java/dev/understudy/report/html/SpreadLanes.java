package dev.understudy.report.html;

import dev.understudy.drill.DrillEvent;
import dev.understudy.report.TimelineLine;
import dev.understudy.report.picture.Lane;
import dev.understudy.report.picture.Span;
import dev.understudy.report.picture.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One lane for each workload beside the target that was reached: the times in which it was not ready. */
final class SpreadLanes {
    private SpreadLanes() {}

    /** Begun and not ended yet. */
    private record Open(Duration from, String detail) {
        Span until(Duration end) {
            return new Span(from, end, Tone.BAD, detail);
        }
    }

    static List<Lane> of(List<TimelineLine> timeline, Duration last) {
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        Map<String, Open> open = new HashMap<>();
        for (TimelineLine line : timeline) {
            if (line.fact() instanceof DrillEvent.SpreadSeen e) {
                spans.computeIfAbsent(e.workload().name(), _ -> new ArrayList<>());
                open.put(e.workload().name(), new Open(line.offset(), e.detail()));
            }
            if (line.fact() instanceof DrillEvent.SpreadEnded e) {
                close(spans, open, e.workload().name(), line.offset());
            }
        }
        List.copyOf(open.keySet()).forEach(name -> close(spans, open, name, last));
        return spans.entrySet().stream()
                .map(e -> new Lane("also: " + e.getKey(), e.getValue(), List.of(), ""))
                .toList();
    }

    private static void close(Map<String, List<Span>> spans, Map<String, Open> open, String name, Duration end) {
        Open begun = open.remove(name);
        if (begun != null) {
            spans.computeIfAbsent(name, _ -> new ArrayList<>()).add(begun.until(end));
        }
    }
}
