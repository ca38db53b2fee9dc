package dev.understudy.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.understudy.drill.Entry;
import dev.understudy.journal.JournalException;
import dev.understudy.journal.SampleDrill;
import dev.understudy.journal.Verification;
import dev.understudy.journal.Verification.Intact;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFailureTest {
    private static final int PAGE = 4096;

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("journal.db");
    }

    @Test
    void says_that_the_disk_is_full_and_keeps_what_was_written() {
        List<Entry> entries = SampleDrill.entries();
        try (SqlJournal journal = open("PRAGMA max_page_count = 1")) { // SQLite takes the present size instead
            assertThatThrownBy(() -> fill(journal))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("cannot write the journal " + file)
                    .hasMessageContaining("is full; make room");
        }
        try (SqlJournal journal = SqlJournal.open(file)) {
            assertThat(Verification.of(journal, Map.of())).isInstanceOf(Intact.class);
            journal.append(
                    "after-room-was-made", 0, SampleDrill.entries("after-room-was-made", SampleDrill.OPENED, true));
            assertThat(journal.read("after-room-was-made")).hasSameSizeAs(entries);
        }
    }

    @Test
    void says_that_it_may_only_be_read_and_still_reads() {
        try (SqlJournal journal = SqlJournal.open(file)) {
            journal.append(SampleDrill.ID, 0, SampleDrill.entries().subList(0, 1));
        }
        try (SqlJournal journal = open("PRAGMA query_only = ON")) {
            assertThatThrownBy(() -> journal.append(
                            SampleDrill.ID, 1, SampleDrill.entries().subList(1, 2)))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("read-only for this user");
            assertThat(journal.read(SampleDrill.ID)).hasSize(1);
        }
    }

    @Test
    void says_that_a_file_without_write_permission_is_read_only() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "permissions do not bind root");
        SqlJournal.open(file).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertThatThrownBy(() -> {
                    try (SqlJournal journal = SqlJournal.open(file)) {
                        journal.append(SampleDrill.ID, 0, SampleDrill.entries());
                    }
                })
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void says_that_the_directory_cannot_be_made() throws IOException {
        Path notADirectory = Files.createFile(directory.resolve("state"));

        assertThatThrownBy(() -> SqlJournal.open(notADirectory.resolve("understudy/journal.db")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot open the journal " + notADirectory.resolve("understudy/journal.db"))
                .hasMessageContaining("set XDG_STATE_HOME");
    }

    @Test
    void says_that_the_directory_is_not_writable() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "permissions do not bind root");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-x------"));

        assertThatThrownBy(() -> SqlJournal.open(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("this user may write there");
    }

    @Test
    void says_that_the_file_is_no_journal() throws IOException {
        Files.writeString(file, "Dear diary, ".repeat(500));

        assertThatThrownBy(() -> SqlJournal.open(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("damaged, or no journal at all");
        assertThat(file).content().startsWith("Dear diary");
    }

    @Test
    void says_that_pages_are_damaged() throws IOException {
        try (SqlJournal journal = SqlJournal.open(file)) {
            journal.append(SampleDrill.ID, 0, SampleDrill.entries());
        }
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] all = new byte[(int) raw.length()];
            raw.readFully(all);
            int entry = new String(all, StandardCharsets.ISO_8859_1).indexOf("{\"event\":");
            raw.seek(entry - entry % PAGE);
            raw.write(new byte[PAGE]);
        }

        try (SqlJournal journal = SqlJournal.open(file)) {
            assertThatThrownBy(() -> journal.read(SampleDrill.ID))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void says_that_a_newer_version_wrote_it() throws SQLException {
        SqlJournal.open(file).close();
        execute("PRAGMA user_version = 99");

        assertThatThrownBy(() -> SqlJournal.open(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(
                        "newer Understudy, with schema 99; this one knows up to " + SqliteSchema.VERSION + ": upgrade");
    }

    @Test
    void says_that_a_database_of_something_else_is_not_ours() throws SQLException {
        execute("CREATE TABLE recipes (name TEXT)");

        assertThatThrownBy(() -> SqlJournal.open(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot set up the journal " + file);
    }

    @Test
    void says_which_entry_cannot_be_read() throws SQLException {
        try (SqlJournal journal = SqlJournal.open(file)) {
            journal.append(SampleDrill.ID, 0, SampleDrill.entries());
            execute("DROP TRIGGER entry_is_never_changed");
            execute("UPDATE entry SET body = replace(body, '\"v\":1', '\"v\":9') WHERE number = 3");

            assertThatThrownBy(() -> journal.read(SampleDrill.ID))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("entry 3 of drill " + SampleDrill.ID + " in " + file)
                    .hasMessageContaining("upgrade Understudy");
        }
    }

    private SqlJournal open(String pragma) {
        return new SqlJournal(Sqlite.open(file, List.of(pragma)));
    }

    private static void fill(SqlJournal journal) {
        for (int i = 0; i < 100; i++) {
            String drill = "drill-" + i;
            journal.append(drill, 0, SampleDrill.entries(drill, SampleDrill.OPENED, true));
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
