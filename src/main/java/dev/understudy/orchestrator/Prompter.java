package dev.understudy.orchestrator;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Mark;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes a drill's entries on, and gives the cue when the first injection has begun. Safe for any thread. */
final class Prompter implements DrillListener {
    private final DrillListener next;
    private @Nullable Consumer<Duration> cue;
    private @Nullable Duration zero;

    Prompter(DrillListener next) {
        this.next = next;
    }

    /** Asks for the cue; given at once when the first injection has begun already. */
    synchronized void onFirstInjection(Consumer<Duration> wanted) {
        cue = wanted;
        give();
    }

    @Override
    public void written(Entry entry, Drill drill) {
        next.written(entry, drill);
        Mark injected = drill.marks().injected();
        if (injected != null) {
            synchronized (this) {
                zero = injected.at();
                give();
            }
        }
    }

    /** Returns when the first injection began, on the drill's clock; null when it has not. */
    synchronized @Nullable Duration zero() {
        return zero;
    }

    private void give() {
        if (cue != null && zero != null) {
            cue.accept(zero);
            cue = null;
        }
    }
}
