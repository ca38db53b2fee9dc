package dev.understudy.drill;

import dev.understudy.drill.DrillEvent.Breached;
import dev.understudy.drill.DrillEvent.ChangeSeen;
import dev.understudy.drill.DrillEvent.GlassBroken;
import dev.understudy.drill.DrillEvent.HintGiven;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who did what in a drill, in order.
 *
 * @param acknowledgedBy first eligible responder to take it; null while nobody has
 * @param joined eligible responders who took it after the first
 */
public record Involvement(
        @Nullable String acknowledgedBy,
        List<String> joined,
        List<Seen<ChangeSeen>> changes,
        List<Seen<Breached>> breaches,
        List<Seen<HintGiven>> hints,
        List<Seen<GlassBroken>> glass) {
    /** Nobody yet. */
    public static final Involvement NONE = new Involvement(null, List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * An event and when it happened.
     *
     * @param at offset on the drill's monotonic clock: when we heard of it, or when its source says it was where that is
     *     earlier, since news may come late
     */
    public record Seen<E extends DrillEvent>(Duration at, E event) {}

    public Involvement {
        joined = List.copyOf(joined);
        changes = List.copyOf(changes);
        breaches = List.copyOf(breaches);
        hints = List.copyOf(hints);
        glass = List.copyOf(glass);
    }

    Involvement acknowledged(String responder) {
        String first = acknowledgedBy == null ? responder : acknowledgedBy;
        return new Involvement(first, joined, changes, breaches, hints, glass);
    }

    Involvement joined(String responder) {
        List<String> more = new ArrayList<>(joined);
        more.add(responder);
        return new Involvement(acknowledgedBy, more, changes, breaches, hints, glass);
    }

    Involvement settled(List<Seen<ChangeSeen>> attributed, List<Seen<Breached>> known) {
        return new Involvement(acknowledgedBy, joined, attributed, known, hints, glass);
    }

    Involvement with(Duration at, ChangeSeen event) {
        return new Involvement(acknowledgedBy, joined, plus(changes, at, event), breaches, hints, glass);
    }

    Involvement with(Duration at, Breached event) {
        return new Involvement(acknowledgedBy, joined, changes, plus(breaches, at, event), hints, glass);
    }

    Involvement with(Duration at, HintGiven event) {
        return new Involvement(acknowledgedBy, joined, changes, breaches, plus(hints, at, event), glass);
    }

    Involvement with(Duration at, GlassBroken event) {
        return new Involvement(acknowledgedBy, joined, changes, breaches, hints, plus(glass, at, event));
    }

    private static <E extends DrillEvent> List<Seen<E>> plus(List<Seen<E>> all, Duration at, E event) {
        List<Seen<E>> more = new ArrayList<>(all);
        more.add(new Seen<>(at, event));
        return more;
    }
}
