package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.journal.SampleDrill;
import dev.understudy.journal.sql.SqlJournal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyJournalCommandTest {
    @TempDir
    private Path directory;

    private SqlJournal journal;

    @BeforeEach
    void open() {
        journal = SqlJournal.open(directory.resolve("journal.db"));
        journal.append(SampleDrill.ID, 0, SampleDrill.entries());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void an_untouched_journal_is_intact() {
        Typed result = run();

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("intact: 1 drills, 23 entries\n");
    }

    @Test
    void names_the_entry_that_was_changed() throws SQLException {
        change("UPDATE entry SET body = replace(body, '\"bo\"', '\"ana\"') WHERE number = 13");

        Typed result = run();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).startsWith("broken: drill " + SampleDrill.ID + ", entry 13: it was changed");
    }

    @Test
    void holds_the_journal_against_the_head_of_a_report() {
        String head = journal.drills().getFirst().head();

        assertThat(run("--head", SampleDrill.ID + "=" + head).code()).isZero();
        assertThat(run("--head", SampleDrill.ID + "=" + "0".repeat(64)).code()).isEqualTo(1);
        assertThat(run("--head", "gone=" + head).code()).isEqualTo(1);
    }

    @Test
    void prints_json() throws SQLException, JsonProcessingException {
        JsonNode intact = new JsonMapper().readTree(run("-o", "json").out());
        change("UPDATE entry SET body = '{}' WHERE number = 5");
        JsonNode broken = new JsonMapper().readTree(run("-o", "json").out());

        assertThat(intact.get("intact").booleanValue()).isTrue();
        assertThat(intact.get("heads").get(SampleDrill.ID).textValue())
                .isEqualTo(journal.drills().getFirst().head());
        assertThat(broken.get("intact").booleanValue()).isFalse();
        assertThat(broken.get("breaks").get(0).get("entry").intValue()).isEqualTo(5);
    }

    private void change(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("journal.db"));
                Statement sql = connection.createStatement()) {
            sql.execute("DROP TRIGGER entry_is_never_changed");
            sql.execute(statement);
        }
    }

    private Typed run(String... arguments) {
        return Typed.run(new VerifyJournalCommand(() -> journal), arguments);
    }
}
