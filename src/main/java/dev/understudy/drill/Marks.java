package dev.understudy.drill;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The moments of a drill as far as they have come; null while they have not.
 *
 * @param injected first injection: zero of every clock in the report
 * @param lastInjection of the last planned fault
 * @param endDecided when the drill went over to undoing
 * @param undone when nothing was left to undo
 * @param closed when the drill closed
 */
public record Marks(
        @Nullable Mark injected,
        @Nullable Duration lastInjection,
        @Nullable Mark impact,
        @Nullable Mark detected,
        @Nullable Mark acknowledged,
        @Nullable Mark recovered,
        @Nullable Duration endDecided,
        @Nullable Mark undone,
        @Nullable Duration closed) {
    /** Nothing yet. */
    public static final Marks NONE = new Marks(null, null, null, null, null, null, null, null, null);

    /** Returns when the responders were done: at recovery, else when the end was decided; null while they are not. */
    public @Nullable Duration over() {
        return recovered == null ? endDecided : recovered.at();
    }

    Marks injected(@Nullable Mark first, @Nullable Duration last) {
        return new Marks(first, last, impact, detected, acknowledged, recovered, endDecided, undone, closed);
    }

    Marks impact(Mark mark) {
        return new Marks(injected, lastInjection, mark, detected, acknowledged, recovered, endDecided, undone, closed);
    }

    Marks detected(Mark mark) {
        return new Marks(injected, lastInjection, impact, mark, acknowledged, recovered, endDecided, undone, closed);
    }

    Marks acknowledged(Mark mark) {
        return new Marks(injected, lastInjection, impact, detected, mark, recovered, endDecided, undone, closed);
    }

    Marks recovered(Mark mark) {
        return new Marks(injected, lastInjection, impact, detected, acknowledged, mark, endDecided, undone, closed);
    }

    Marks endDecided(Duration at) {
        return new Marks(injected, lastInjection, impact, detected, acknowledged, recovered, at, undone, closed);
    }

    Marks undone(Mark mark) {
        return new Marks(injected, lastInjection, impact, detected, acknowledged, recovered, endDecided, mark, closed);
    }

    Marks closed(Duration at) {
        return new Marks(injected, lastInjection, impact, detected, acknowledged, recovered, endDecided, undone, at);
    }
}
