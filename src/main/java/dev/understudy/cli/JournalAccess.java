package dev.understudy.cli;

import dev.understudy.app.StateDirectory;
import dev.understudy.app.Understudy;
import dev.understudy.drill.Entry;
import dev.understudy.journal.DrillLock;
import dev.understudy.journal.Halt;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.report.DrillReport;
import java.io.Console;
import java.nio.file.Path;
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

    /** Returns the file in which a debrief is kept that has not been recorded yet. */
    static Path draft(String drill) {
        return StateDirectory.of(System.getenv()).draft(drill);
    }

    /** Tells whether somebody can be asked. */
    static boolean terminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Returns what a drill is worth, in the report's word. */
    static String evidence(List<Entry> entries) {
        return DrillReport.of(entries, "").verdict().evidence().worth().word();
    }
}
