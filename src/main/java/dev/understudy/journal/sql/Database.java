package dev.understudy.journal.sql;

import dev.understudy.journal.JournalException;
import org.jdbi.v3.core.Jdbi;

/** All that differs between database products; the statements of {@link SqlJournal} are the same on each. */
interface Database extends AutoCloseable {
    /** A database whose schema is that of this version. Thread-safe. */
    Jdbi jdbi();

    /**
     * Says what went wrong and what to do.
     *
     * @param doing {@code read} or {@code write}
     */
    JournalException failure(String doing, Exception cause);

    /** Ends all work with it. */
    @Override
    void close();
}
