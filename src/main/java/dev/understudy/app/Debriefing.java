package dev.understudy.app;

import dev.understudy.debrief.Debrief;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Stamp;
import dev.understudy.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A debrief that was written down.
 *
 * @param before the drill without it
 * @param after the drill with it
 */
public record Debriefing(Drill before, Drill after) {
    /**
     * Writes a debrief down as a drill's latest event.
     *
     * @param drill id of a drill that is closed
     * @param by who writes it down
     * @throws dev.understudy.drill.IllegalEvent when the drill is not closed
     * @throws dev.understudy.journal.JournalConflict when somebody else has written to the drill meanwhile
     */
    public static Debriefing record(Journal journal, String drill, Debrief debrief, String by, Instant now) {
        List<Entry> entries = journal.read(drill);
        Drill before =
                Drill.of(entries).orElseThrow(() -> new IllegalArgumentException("there is no drill '" + drill + "'"));
        Entry entry = new Entry(
                before.length(),
                stamp(before, now),
                new Origin(by, "terminal", Grade.C),
                new DrillEvent.Debriefed(debrief));
        Drill after = before.after(entry);
        journal.append(drill, before.length(), List.of(entry));
        return new Debriefing(before, after);
    }

    /** The drill's own clock has long stopped; the wall has gone on, but never before its latest event. */
    private static Stamp stamp(Drill drill, Instant now) {
        Duration since = Duration.between(drill.opened().at(), now);
        Duration latest = drill.latest().offset();
        return new Stamp(now, since.compareTo(latest) > 0 ? since : latest);
    }
}
