package dev.understudy.journal.sql;

import dev.understudy.journal.JournalException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says what went wrong with a journal file and what to do; never what was to be written. */
final class SqliteFailure {
    private SqliteFailure() {}

    static JournalException of(String doing, Path file, Exception cause) {
        return new JournalException("cannot " + doing + " the journal " + file + ": " + advice(cause), cause);
    }

    private static String advice(Exception cause) {
        return find(SQLiteException.class, cause)
                .map(e -> advice(e.getResultCode()))
                .orElseGet(() -> ownWords(cause));
    }

    private static String ownWords(Exception cause) {
        @Nullable Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return PrivateFiles.reason(deepest)
                + "; check that its directory exists and that this user may write there, or set"
                + " XDG_STATE_HOME to one where it may";
    }

    /** The low byte is the kind of error, the rest its shade. */
    private static String advice(SQLiteErrorCode code) {
        SQLiteErrorCode kind = SQLiteErrorCode.getErrorCode(code.code & 0xff);
        return switch (kind) {
            case SQLITE_FULL -> "the disk, or what this user may fill of it, is full; make room and repeat";
            case SQLITE_READONLY ->
                "it is read-only for this user; give this user the right to write to it and to its directory";
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                "it cannot be opened; check that this user may read and write it and its directory";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                "it is damaged, or no journal at all; restore it from a backup, or move it away, with what begins with"
                        + " its name, to begin a new one";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "another process has kept it locked for too long; find out which one, and repeat";
            case SQLITE_IOERR -> "the disk answers with an error (" + code + "); check the disk";
            case SQLITE_CONSTRAINT -> "the database refuses it: entries are only ever added, never changed";
            default -> "SQLite answers " + code;
        };
    }

    private static <T> Optional<T> find(Class<T> type, Throwable cause) {
        for (Throwable c = cause; c != null; c = c.getCause()) {
            if (type.isInstance(c)) {
                return Optional.of(type.cast(c));
            }
        }
        return Optional.empty();
    }
}
