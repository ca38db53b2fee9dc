package dev.understudy.journal.sql;

import dev.understudy.journal.JournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * One file of SQLite. Every commit is synced to disk before it is acknowledged; a write-ahead log lets others read
 * meanwhile; a write takes the write lock from its beginning, and waits five seconds for it.
 */
final class Sqlite implements Database {
    private static final int WAIT_MILLIS = 5000;

    private final Path file;
    private final Jdbi jdbi;
    /** The last connection to close would fold the write-ahead log into the file, at every single append. */
    private final Connection keeper;

    private Sqlite(Path file, Jdbi jdbi, Connection keeper) {
        this.file = file;
        this.jdbi = jdbi;
        this.keeper = keeper;
    }

    static Sqlite open(Path file) {
        return open(file, List.of());
    }

    /** @param pragmas more of them for each connection, such as a limit of size */
    static Sqlite open(Path file, List<String> pragmas) {
        try {
            PrivateFiles.directory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            PrivateFiles.file(file);
            SQLiteDataSource source = source(file);
            SqliteSchema.bringUp(file, source);
            Jdbi jdbi = Jdbi.create(() -> connect(source, pragmas));
            return new Sqlite(file, jdbi, connect(source, pragmas));
        } catch (IOException | SQLException e) {
            throw SqliteFailure.of("open", file, e);
        }
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(WAIT_MILLIS);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static Connection connect(SQLiteDataSource source, List<String> pragmas) throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            for (String pragma : pragmas) {
                statement.execute(pragma);
            }
        }
        return connection;
    }

    @Override
    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public JournalException failure(String doing, Exception cause) {
        return SqliteFailure.of(doing, file, cause);
    }

    @Override
    public void close() {
        try {
            keeper.close();
        } catch (SQLException e) {
            throw failure("close", e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
