package dev.understudy.cli;

import dev.understudy.app.StateDirectory;
import dev.understudy.app.Understudy;
import dev.understudy.drill.Entry;
import dev.understudy.journal.DrillLock;
import dev.understudy.journal.Halt;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.report.DrillReport;
import java.util.List;
import java.util.Optional;

/** The journal of this machine, for commands that read it. */
final class JournalAccess {
    private JournalAccess() {}

    static SqlJournal open() {
        return Understudy.openJournal(StateDirectory.of(System.getenv()));
    }

    static Optional<Halt> halted() {
        try (SqlJournal journal = open()) {
            return journal.current();
        }
    }

    static DrillLock locks() {
        return Understudy.locks(StateDirectory.of(System.getenv()));
    }

    /** Returns what a drill is worth, in the report's word. */
    static String evidence(List<Entry> entries) {
        return DrillReport.of(entries, "").verdict().evidence().worth().word();
    }
}
