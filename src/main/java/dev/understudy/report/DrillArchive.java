package dev.understudy.report;

import dev.understudy.drill.Entry;
import java.util.List;
import java.util.Optional;

/** Where drills of the past can be read again. */
public interface DrillArchive {
    /** Returns the ids of all drills, the latest first. */
    List<String> latestFirst();

    /** Returns a drill's journal; empty when there is no such drill. */
    Optional<Journalled> find(String drill);

    /**
     * A drill's journal as it stands.
     *
     * @param headHash hash of the last entry, as text
     */
    record Journalled(List<Entry> entries, String headHash) {
        public Journalled {
            entries = List.copyOf(entries);
        }
    }
}
