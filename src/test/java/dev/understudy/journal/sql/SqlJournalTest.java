package dev.understudy.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Journal;
import dev.understudy.journal.JournalContract;
import dev.understudy.journal.SampleDrill;
import dev.understudy.journal.Verification;
import dev.understudy.journal.Verification.Broken;
import dev.understudy.journal.Verification.Intact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlJournalTest extends JournalContract {
    @TempDir
    private Path directory;

    private Path file;
    private SqlJournal journal;

    @BeforeEach
    void open() {
        file = directory.resolve("understudy/journal.db");
        journal = SqlJournal.open(file);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Override
    protected Journal journal() {
        return journal;
    }

    @Test
    void finds_everything_again_after_a_restart() {
        journal.append(SampleDrill.ID, 0, SampleDrill.entries());
        journal.close();

        journal = SqlJournal.open(file);

        assertThat(journal.read(SampleDrill.ID)).isEqualTo(SampleDrill.entries());
    }

    @Test
    void is_readable_by_this_user_alone() throws IOException {
        journal.append(SampleDrill.ID, 0, SampleDrill.entries());

        assertThat(permissions(file.resolveSibling(""))).isEqualTo("rwx------");
        try (var files = Files.list(file.resolveSibling(""))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(f -> assertThat(permissions(f)).isEqualTo("rw-------"));
        }
    }

    @Test
    void syncs_every_commit_and_logs_ahead() {
        try (Sqlite sqlite = Sqlite.open(file)) {
            assertThat(pragma(sqlite, "synchronous")).isEqualTo("2");
            assertThat(pragma(sqlite, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(sqlite, "busy_timeout")).isEqualTo("5000");
            assertThat(pragma(sqlite, "foreign_keys")).isEqualTo("1");
        }
    }

    @Test
    void the_head_of_a_drill_is_the_hash_of_its_last_entry() {
        journal.append(SampleDrill.ID, 0, SampleDrill.entries());

        assertThat(journal.drills())
                .extracting(DrillSummary::head)
                .containsExactly(journal.chain(SampleDrill.ID).rows().getLast().hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET body = '{}' WHERE number = 2",
                "DELETE FROM entry WHERE number = 22",
                "DELETE FROM drill",
                "UPDATE drill SET length = 5",
                "UPDATE drill SET id = 'other', length = 99",
                "INSERT OR REPLACE INTO entry SELECT drill, number, '{}', hash FROM entry WHERE number = 2"
            })
    void the_database_refuses_to_change_what_is_written(String statement) {
        journal.append(SampleDrill.ID, 0, SampleDrill.entries());

        assertThatThrownBy(() -> tamper(statement)).hasMessageContaining("journal");
        assertThat(Verification.of(journal, Map.of())).isInstanceOf(Intact.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET body = replace(body, 'bo', 'ana') WHERE number = 13",
                "DELETE FROM entry WHERE number = 22",
                "DELETE FROM entry WHERE number = 5",
                "DELETE FROM entry",
                "DELETE FROM drill",
                "UPDATE drill SET head = 'x'"
            })
    void verification_finds_what_was_changed_without_the_triggers(String statement) throws SQLException {
        journal.append(SampleDrill.ID, 0, SampleDrill.entries());
        tamper("DROP TRIGGER entry_is_never_changed");
        tamper("DROP TRIGGER entry_is_never_removed");
        tamper("DROP TRIGGER drill_only_grows");
        tamper("DROP TRIGGER drill_is_never_removed");

        tamper(statement);

        assertThat(Verification.of(journal, Map.of())).isInstanceOf(Broken.class);
    }

    private void tamper(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String pragma(Sqlite sqlite, String name) {
        return sqlite.jdbi()
                .withHandle(
                        h -> h.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
