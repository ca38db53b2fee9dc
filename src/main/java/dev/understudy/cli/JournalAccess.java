package dev.understudy.cli;

import dev.understudy.app.StateDirectory;
import dev.understudy.app.Understudy;
import dev.understudy.drill.Entry;
import dev.understudy.journal.DrillLock;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Journal;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.report.DrillArchive;
import dev.understudy.report.DrillReport;
import java.util.List;
import java.util.Optional;

/** The journal of this machine, for commands that read it. */
final class JournalAccess implements DrillArchive {
    static SqlJournal open() {
        return Understudy.openJournal(StateDirectory.of(System.getenv()));
    }

    static DrillLock locks() {
        return Understudy.locks(StateDirectory.of(System.getenv()));
    }

    /** Returns what a drill is worth, in the report's word. */
    static String evidence(List<Entry> entries) {
        return DrillReport.of(entries, "").verdict().evidence().worth().word();
    }

    @Override
    public List<String> latestFirst() {
        try (SqlJournal journal = open()) {
            return journal.drills().stream().map(DrillSummary::drill).toList();
        }
    }

    @Override
    public Optional<Journalled> find(String drill) {
        try (SqlJournal journal = open()) {
            return found(journal, drill);
        }
    }

    private static Optional<Journalled> found(Journal journal, String drill) {
        return journal.drills().stream()
                .filter(s -> s.drill().equals(drill))
                .findFirst()
                .map(s -> new Journalled(journal.read(drill), s.head()));
    }
}
