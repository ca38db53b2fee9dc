package dev.understudy.endpoint;

import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.DrillEvent.Acknowledged;
import dev.understudy.drill.DrillEvent.Breached;
import dev.understudy.drill.Outcome;
import dev.understudy.report.EventText;
import java.util.List;

/** What a drill made of an order, in a sentence for the one who gave it. */
final class Result {
    private static final String KNOWN = "this was written down before; nothing changes";

    private Result() {}

    static String of(Order order, List<DrillEvent> events) {
        return switch (order) {
            case Order.Acknowledge(String who) -> acknowledged(who, events);
            case Order.Note _ -> "noted";
            case Order.Hint(String _, int level) ->
                told(events, "given") + (level >= Outcome.RESCUING_HINT ? "; the drill counts as rescued with it" : "");
            case Order.Breach _ -> events.isEmpty() ? KNOWN : "recorded as a breach: " + told(events, "");
            case Order.BreakGlass(String _, String _, boolean real) ->
                real
                        ? "the drill ends at once, and everything of it is undone"
                        : "written down; the drill goes on and counts as rescued";
            case Order.Abort _ ->
                events.isEmpty()
                        ? "the drill is ending already; what is left is being undone"
                        : "the drill ends, and everything of it is undone";
        };
    }

    private static String acknowledged(String who, List<DrillEvent> events) {
        if (events.stream().anyMatch(Acknowledged.class::isInstance)) {
            return told(events, "taken") + "; the acknowledgement clock has stopped";
        }
        if (events.stream().anyMatch(Breached.class::isInstance)) {
            return who + " is excluded from this drill: recorded as a breach, and the acknowledgement clock goes on";
        }
        return told(events, KNOWN);
    }

    private static String told(List<DrillEvent> events, String otherwise) {
        return events.stream().map(e -> EventText.of(e).text()).findFirst().orElse(otherwise);
    }
}
