package dev.understudy.cli;

import dev.understudy.app.StateDirectory;
import dev.understudy.app.Understudy;
import dev.understudy.journal.sql.SqlJournal;

/** The journal of this machine, for commands that read it. */
final class JournalAccess {
    private JournalAccess() {}

    static SqlJournal open() {
        return Understudy.openJournal(StateDirectory.of(System.getenv()));
    }
}
