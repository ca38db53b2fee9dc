package dev.understudy.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.journal.Halt;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HaltsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Halt HALT = new Halt(NOON, "fay", "the auditors are here");

    @TempDir
    private Path directory;

    private SqlJournal journal;

    @BeforeEach
    void open() {
        journal = SqlJournal.open(directory.resolve("journal.db"));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void nothing_is_halted_at_first() {
        assertThat(journal.current()).isEmpty();
        assertThat(journal.resume("fay", NOON)).isEmpty();
    }

    @Test
    void a_halt_survives_a_restart_with_who_when_and_why() {
        journal.halt(HALT);
        journal.close();

        open();

        assertThat(journal.current()).contains(HALT);
    }

    @Test
    void a_halt_holds_for_everybody_who_shares_the_store() {
        try (SqlJournal another = SqlJournal.open(directory.resolve("journal.db"))) {
            another.halt(HALT);

            assertThat(journal.current()).contains(HALT);
        }
    }

    @Test
    void a_second_halt_leaves_the_first_as_it_is() {
        journal.halt(HALT);

        Halt holds = journal.halt(new Halt(NOON.plusSeconds(1), "bo", ""));

        assertThat(holds).isEqualTo(HALT);
    }

    @Test
    void drills_may_run_after_a_resumption_and_be_halted_again() {
        journal.halt(HALT);

        assertThat(journal.resume("bo", NOON.plusSeconds(60))).contains(HALT);

        assertThat(journal.current()).isEmpty();
        Halt again = new Halt(NOON.plusSeconds(120), "bo", "");
        assertThat(journal.halt(again)).isEqualTo(again);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE halt SET halted = 0", "DELETE FROM halt"})
    void a_halt_is_lifted_by_a_resumption_only(String statement) {
        journal.halt(HALT);

        Assertions.assertThatThrownBy(() -> execute(statement)).isInstanceOf(SQLException.class);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
