package dev.understudy.report;

import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of a drill, at the moment at which it happened; the journal may have learnt of it later.
 *
 * @param offset from the first injection, in whole milliseconds; negative before it
 * @param at wall time
 * @param event what kind of event: {@code fault-injected}
 * @param text what happened, in words
 * @param origin who or what told us, and how good that is
 * @param sourceTime when the source says it was; null when it does not say, or it is our own
 * @param fact the event itself
 */
public record TimelineLine(
        Duration offset,
        Instant at,
        String event,
        String text,
        Origin origin,
        @Nullable Instant sourceTime,
        DrillEvent fact) {
    /** Returns all events, oldest first; what happened at the same time stays in the journal's order. */
    static List<TimelineLine> of(List<Entry> entries, Zero zero) {
        return entries.stream()
                .map(entry -> line(entry, zero))
                .sorted(Comparator.comparing(TimelineLine::offset))
                .toList();
    }

    private static TimelineLine line(Entry entry, Zero zero) {
        EventText said = EventText.of(entry.event());
        Duration happened = happened(entry);
        Duration before = entry.stamp().offset().minus(happened);
        return new TimelineLine(
                zero.since(happened),
                entry.stamp().at().minus(before).truncatedTo(ChronoUnit.MILLIS),
                said.word(),
                said.text(),
                entry.origin(),
                sourceTime(entry.event()),
                entry.event());
    }

    private static Duration happened(Entry entry) {
        Duration noted = entry.stamp().offset();
        DrillEvent event = entry.event();
        return switch (event) {
            case DrillEvent.ProbeTurned turned -> turned.reading().at();
            case DrillEvent.FaultInjected injected -> noted.minus(injected.took());
            case DrillEvent.ImpactSeen impact -> impact.at();
            case DrillEvent.SpreadSeen spread -> spread.at();
            case DrillEvent.SpreadEnded ended -> ended.at();
            case DrillEvent.RecoverySeen recovery -> recovery.at();
            default -> noted;
        };
    }

    private static @Nullable Instant sourceTime(DrillEvent event) {
        if (event instanceof DrillEvent.Detected detected) {
            return detected.sourceTime();
        }
        if (event instanceof DrillEvent.Acknowledged acknowledged) {
            return acknowledged.sourceTime();
        }
        return event instanceof DrillEvent.ChangeSeen change ? change.sourceTime() : null;
    }
}
