package dev.understudy.app;

import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Outcome;
import java.util.List;

/**
 * Whether a drill from elsewhere tells of itself what its own events say: its chain may have been written by anybody, and
 * a word in its last entry must not be worth more than all before it.
 */
final class ToldOutcome {
    private ToldOutcome() {}

    /** Throws the first thing that does not follow. */
    static void check(Drill drill, List<Entry> entries) throws Objection {
        for (Entry entry : entries) {
            switch (entry.event()) {
                case DrillEvent.Acknowledged taken -> taken(entry, taken.responder(), drill);
                case DrillEvent.AlsoAcknowledged taken -> taken(entry, taken.responder(), drill);
                case DrillEvent.Closed closed -> closed(entry, closed.outcome(), entries);
                default -> {}
            }
        }
    }

    private static void taken(Entry entry, String who, Drill drill) throws Objection {
        if (!drill.briefing().eligible().contains(who)) {
            throw new Objection("entry " + entry.number() + " says that '" + who + "' acknowledged, who "
                    + (drill.briefing().excluded().contains(who) ? "was excluded" : "was not of the team"));
        }
    }

    private static void closed(Entry entry, Outcome told, List<Entry> entries) throws Objection {
        Outcome follows =
                Drill.of(entries.subList(0, entry.number())).orElseThrow().outcomeByEvents();
        if (told != follows) {
            throw new Objection("entry " + entry.number() + " says that it ended as " + told.word()
                    + ", but what happened before makes it " + follows.word());
        }
    }
}
