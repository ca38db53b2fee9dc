package dev.understudy.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.history.Incident;
import dev.understudy.history.Incidents;
import dev.understudy.history.IncidentsContract;
import dev.understudy.journal.JournalException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlIncidentsTest extends IncidentsContract {
    private static final Incident GOOD =
            new Incident("pager", "1", "checkout", "", Instant.EPOCH, null, null, 0, List.of());

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

    @Override
    protected Incidents incidents() {
        return journal.incidents();
    }

    @Test
    void a_batch_that_fails_leaves_nothing_of_it() {
        Incident refused = new Incident("pager", "2", "checkout", "", Instant.EPOCH, null, null, -1, List.of());

        assertThatThrownBy(() -> incidents().add(List.of(GOOD, refused))).isInstanceOf(JournalException.class);

        assertThat(incidents().count()).isZero();
    }

    @Test
    void the_database_refuses_to_change_an_incident() throws SQLException {
        incidents().add(List.of(GOOD));

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("journal.db"));
                Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute("UPDATE incident SET service = 'search'"))
                    .hasMessageContaining("never changed");
        }
    }
}
