package dev.understudy.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Verification;
import dev.understudy.journal.Verification.Intact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralProcessesTest {
    private static final int ROUNDS = 3;
    private static final int BEFORE_THE_KILL = 20;

    @TempDir
    private Path directory;

    @Test
    void keeps_every_acknowledged_entry_when_the_process_is_killed() throws IOException {
        Path file = directory.resolve("journal.db");
        SqlJournal.open(file).close();
        for (int round = 0; round < ROUNDS; round++) {
            int acknowledged = appendAndKill(file);

            try (SqlJournal journal = SqlJournal.open(file)) {
                assertThat(journal.read("drill").size()).isGreaterThan(acknowledged);
                assertThat(Verification.of(journal, Map.of())).isInstanceOf(Intact.class);
            }
        }
    }

    @Test
    void several_processes_open_and_write_one_new_file_at_once() throws IOException {
        Path file = directory.resolve("journal.db");
        List<ChildProcess> all = new ArrayList<>();
        try {
            for (String drill : List.of("a", "b")) {
                all.add(ChildProcess.start(directory, Appender.class, file.toString(), drill, "25"));
            }
            for (ChildProcess one : all) {
                assertThat(one.exitCode()).isZero();
            }
        } finally {
            for (ChildProcess one : all) {
                one.close();
            }
        }

        try (SqlJournal journal = SqlJournal.open(file)) {
            assertThat(journal.drills())
                    .hasSize(2)
                    .extracting(DrillSummary::length)
                    .containsOnly(26);
            assertThat(Verification.of(journal, Map.of())).isInstanceOf(Intact.class);
        }
    }

    /** Returns the number of the last entry that the process was told is safe. */
    private int appendAndKill(Path file) throws IOException {
        try (ChildProcess child = ChildProcess.start(directory, Appender.class, file.toString(), "drill", "100000")) {
            String last = "";
            for (int i = 0; i < BEFORE_THE_KILL; i++) {
                last = String.valueOf(child.line());
            }
            child.kill();
            for (String more = child.line(); more != null; more = child.line()) {
                last = more;
            }
            return Integer.parseInt(last);
        }
    }
}
