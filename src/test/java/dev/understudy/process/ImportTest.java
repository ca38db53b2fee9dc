package dev.understudy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.understudy.history.file.ManyIncidents;
import dev.understudy.history.file.StoreDigest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An import that ends before its file does: what is stored is whole, and running it again goes on. */
class ImportTest {
    private static final String ROSTER = "scenarios/history/roster.yaml";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void a_signal_ends_it_between_two_batches_and_running_it_again_goes_on(String signal, int code) throws Exception {
        assumeThat(Program.hears(signal)).isTrue();
        Machine machine = Machine.in(folder);
        try (Program running = endless(machine)) {
            Ended end = running.signal(signal).ended();

            assertThat(end.code()).as(end.said()).isEqualTo(code);
            assertThat(end.text()).contains("running it again goes on");
            assertGoesOn(machine);
        }
    }

    @Test
    void a_kill_leaves_whole_batches_and_running_it_again_goes_on() throws Exception {
        Machine machine = Machine.in(folder);
        try (Program running = endless(machine)) {
            running.kill();

            assertGoesOn(machine);
        }
    }

    /** Imports from a pipe that never ends, until the first incidents are stored. */
    private Program endless(Machine machine) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Thread.ofPlatform().daemon().start(() -> feed(pipe));
        Program running = machine.start("import", pipe.toString(), "--roster", ROSTER);
        Awaitility.await("the first batch").atMost(Duration.ofMinutes(1)).until(() -> stored(machine) > 0);
        return running;
    }

    private static void feed(Path pipe) {
        try (BufferedWriter out = Files.newBufferedWriter(pipe)) {
            out.write(ManyIncidents.HEADER + "\n");
            for (int i = 0; true; i++) {
                out.write(ManyIncidents.row(i) + "\n");
            }
        } catch (IOException _) {
            // nobody reads any more
        }
    }

    private void assertGoesOn(Machine machine) throws IOException {
        long there = stored(machine);
        int more = (int) there + 1000;
        Path file = folder.resolve("incidents.csv");
        ManyIncidents.write(file, more);

        Ended again = machine.run("import", file.toString(), "--roster", ROSTER);

        assertThat(again.code()).as(again.said()).isZero();
        assertThat(again.text()).contains("1000 new, " + there + " there already, 0 rejected");
        assertThat(stored(machine)).isEqualTo(more);
    }

    private static long stored(Machine machine) {
        Path journal = machine.state().resolve("understudy/journal.db");
        return Files.exists(journal) ? rows(journal) : 0;
    }

    private static long rows(Path journal) {
        try {
            return StoreDigest.of(journal).rows();
        } catch (AssertionError _) {
            return 0; // it is being set up
        }
    }
}
