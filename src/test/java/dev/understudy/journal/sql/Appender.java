package dev.understudy.journal.sql;

import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Stamp;
import dev.understudy.journal.SampleDrill;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process that appends one entry after another and prints the number of each once it is acknowledged. */
final class Appender {
    private Appender() {}

    /** Arguments: the file, the drill, and how many entries to append at most. */
    public static void main(String[] args) {
        String drill = args[1];
        try (SqlJournal journal = SqlJournal.open(Path.of(args[0]))) {
            if (journal.read(drill).isEmpty()) {
                journal.append(
                        drill,
                        0,
                        SampleDrill.entries(drill, SampleDrill.OPENED, true).subList(0, 1));
            }
            int first = journal.read(drill).size();
            for (int number = first; number < first + Integer.parseInt(args[2]); number++) {
                journal.append(drill, number, List.of(note(number)));
                System.out.println(number);
            }
        }
    }

    private static Entry note(int number) {
        Stamp stamp = new Stamp(SampleDrill.OPENED.plusMillis(number), Duration.ofMillis(number));
        return new Entry(number, stamp, Origin.DRILL, new DrillEvent.Noted("note " + number));
    }
}
