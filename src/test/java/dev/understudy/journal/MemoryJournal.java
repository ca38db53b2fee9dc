package dev.understudy.journal;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A journal for tests that need none on disk; bound to the same contract as the real one. */
public final class MemoryJournal implements Journal {
    private final Map<String, List<Entry>> drills = new LinkedHashMap<>();

    @Override
    public synchronized void append(String drill, int expectedLength, List<Entry> entries) {
        int length = read(drill).size();
        if (length != expectedLength) {
            throw new JournalConflict(drill, expectedLength, length);
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).number() != expectedLength + i) {
                throw new IllegalArgumentException("numbers have no gaps");
            }
        }
        drills.computeIfAbsent(drill, _ -> new ArrayList<>()).addAll(entries);
    }

    @Override
    public synchronized List<Entry> read(String drill) {
        return List.copyOf(drills.getOrDefault(drill, List.of()));
    }

    @Override
    public synchronized List<DrillSummary> drills() {
        return drills.entrySet().stream()
                .map(d -> new DrillSummary(
                        d.getKey(),
                        d.getValue().getFirst().stamp().at(),
                        d.getValue().size(),
                        Drill.of(d.getValue()).orElseThrow().phase().over(),
                        "unhashed"))
                .sorted(Comparator.comparing(DrillSummary::opened).reversed())
                .toList();
    }
}
