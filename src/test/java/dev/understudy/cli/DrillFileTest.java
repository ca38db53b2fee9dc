package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.app.DrillImport;
import dev.understudy.journal.DrillLock;
import dev.understudy.journal.SampleDrill;
import dev.understudy.journal.sql.FileLocks;
import dev.understudy.journal.sql.SqlJournal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Drills that leave the journal, and how those are listed that came from elsewhere. */
class DrillFileTest {
    @TempDir
    private Path folder;

    private SqlJournal journal;

    @BeforeEach
    void open() {
        journal = SqlJournal.open(folder.resolve("here/journal.db"));
        journal.append(SampleDrill.ID, 0, SampleDrill.entries());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static DrillsCommand command(SqlJournal of, DrillLock locks) {
        return new DrillsCommand(() -> of, () -> locks, Optional::empty, _ -> "drill", () -> of);
    }

    private Typed run(SqlJournal of, String... arguments) {
        return Typed.run(command(of, new FileLocks(folder.resolve("locks"))), arguments);
    }

    @Test
    void the_file_is_for_its_owner_alone_and_the_user_is_told_what_it_holds() throws IOException {
        Path file = folder.resolve("drills.jsonl");

        Typed result = run(journal, "--export", file.toString());

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).contains("1 drill exported, 23 lines").contains("emergency contacts");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void an_output_that_is_full_is_no_success() {
        CommandLine line = new CommandLine(command(journal, new FileLocks(folder.resolve("locks"))));
        line.setOut(new PrintWriter(new Full())).setErr(new PrintWriter(Writer.nullWriter()));

        assertThat(line.execute("--export", "-")).isNotZero();
    }

    @Test
    void drills_from_elsewhere_are_listed_as_such() throws IOException {
        Path file = folder.resolve("drills.jsonl");
        run(journal, "--export", file.toString());
        try (SqlJournal there = SqlJournal.open(folder.resolve("there/journal.db"));
                InputStream in = Files.newInputStream(file)) {
            DrillImport.read(in, there, "drills.jsonl", SampleDrill.OPENED.plus(Duration.ofDays(1)));

            assertThat(run(there).out())
                    .contains(SampleDrill.ID + " was not journaled here: imported from drills.jsonl on 2026-11-22");
            assertThat(run(there, "-o", "json").out())
                    .contains("\"origin\" : \"imported from drills.jsonl on 2026-11-22\"");
        }
        assertThat(run(journal, "-o", "json").out()).contains("\"origin\" : null");
    }

    private static final class Full extends Writer {
        @Override
        public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
