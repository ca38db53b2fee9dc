package dev.understudy.report.html;

import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.DrillEvent;
import dev.understudy.report.DrillReport;
import dev.understudy.report.FaultLine;
import dev.understudy.report.TimelineLine;
import dev.understudy.report.picture.Lane;
import dev.understudy.report.picture.Marker;
import dev.understudy.report.picture.Span;
import dev.understudy.report.picture.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One lane for each fault: from its injection until its undo had an answer. */
final class FaultLanes {
    private FaultLanes() {}

    static List<Lane> of(DrillReport report, Duration last) {
        return report.faults().stream()
                .map(fault -> lane(fault, report.timeline(), last))
                .toList();
    }

    private static Lane lane(FaultLine fault, List<TimelineLine> timeline, Duration last) {
        Duration undone = last;
        List<Span> spans = new ArrayList<>();
        List<Marker> markers = new ArrayList<>();
        for (TimelineLine line : timeline) {
            if (line.fact() instanceof DrillEvent.ChangeUndone e && e.fault().equals(fault.name())) {
                undone = line.offset();
            }
            if (line.fact() instanceof DrillEvent.InjectionFailed e && e.fault().equals(fault.name())) {
                markers.add(new Marker(line.offset(), Tone.FAULT, "could not be injected"));
            }
        }
        Duration injected = fault.injected();
        if (injected != null) {
            UndoResult undo = fault.undo();
            String label = undo == null ? "in place" : "in place until " + undo.word();
            spans.add(new Span(injected, undone, Tone.FAULT, label));
        }
        return new Lane(fault.name(), spans, markers, "never injected");
    }
}
