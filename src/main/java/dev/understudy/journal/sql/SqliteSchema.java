package dev.understudy.journal.sql;

import dev.understudy.journal.JournalException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables up to this version. The file says itself which version it has ({@code PRAGMA user_version}), so
 * that the migrations, which take longer to load than everything else together, are only loaded when one must run.
 */
final class SqliteSchema {
    /** Version that the newest migration leaves. */
    static final int VERSION = 4;

    private SqliteSchema() {}

    static void bringUp(Path file, DataSource source) throws SQLException, IOException {
        int version = version(source);
        if (version > VERSION) {
            throw new JournalException(
                    "the journal " + file + " was written by a newer Understudy, with schema " + version
                            + "; this one knows up to " + VERSION + ": upgrade Understudy",
                    null);
        }
        if (version < VERSION) {
            migrateAlone(file, source);
        }
    }

    /** The migrations lock nothing on SQLite, and two first starts at once are what scripts do. */
    private static synchronized void migrateAlone(Path file, DataSource source) throws SQLException, IOException {
        Path lock = PrivateFiles.file(file.resolveSibling(file.getFileName() + ".migration"));
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (version(source) < VERSION) {
                migrate(file, source);
            }
        }
    }

    private static void migrate(Path file, DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        }
        try {
            Flyway.configure(SqliteSchema.class.getClassLoader())
                    .loggers("slf4j")
                    .dataSource(source)
                    .locations("classpath:db/journal/sqlite")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw SqliteFailure.of("set up", file, e);
        }
    }

    private static int version(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }
}
