package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Entry;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Journal;
import dev.understudy.report.JunitReport;
import dev.understudy.report.MarkdownReport;
import dev.understudy.report.ReportFormat;
import dev.understudy.report.Stories;
import dev.understudy.report.json.JsonReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void prints_markdown_to_the_terminal_when_nothing_else_is_asked_for() {
        assertThat(run("checkout-1")).isZero();
        assertThat(out.toString()).startsWith("# Checkout loses its cache");
    }

    @Test
    void finds_a_drill_by_the_beginning_of_its_id() {
        assertThat(run("cache", "-o", "json")).isZero();
        assertThat(out.toString()).startsWith("{");
    }

    @Test
    void writes_to_a_file(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("junit.xml");

        assertThat(run("cache", "--format", "junit", "--output", file.toString()))
                .isZero();

        assertThat(Files.readString(file)).startsWith("<?xml");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void names_the_latest_drills_when_there_is_no_such_one() {
        assertThat(run("nothing")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no drill 'nothing'; the latest are checkout-2, checkout-1");
    }

    @Test
    void asks_for_more_when_several_begin_alike() {
        assertThat(run("checkout")).isEqualTo(2);
        assertThat(err.toString()).contains("beginning of several drills: checkout-2, checkout-1");
    }

    @Test
    void names_the_formats_when_there_is_no_such_one() {
        assertThat(run("cache", "--format", "pdf")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no format 'pdf'; there is md, json, junit");
    }

    @Test
    void says_so_when_the_file_cannot_be_written(@TempDir Path dir) {
        assertThat(run("cache", "--output", dir.resolve("no/such/dir").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("cannot write");
    }

    private int run(String... args) {
        List<ReportFormat> formats = List.of(new MarkdownReport(), new JsonReport(), new JunitReport());
        return new CommandLine(new ReportCommand(ThreeDrills::new, () -> formats))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    /** Three drills that went alike. */
    private static final class ThreeDrills implements Journal {
        @Override
        public void append(String drill, int expectedLength, List<Entry> entries) {
            throw new AssertionError("a report writes nothing");
        }

        @Override
        public List<Entry> read(String drill) {
            return Stories.recovered().entries();
        }

        @Override
        public List<DrillSummary> drills() {
            return Stream.of("checkout-2", "checkout-1", "cache-1")
                    .map(id -> new DrillSummary(id, Instant.EPOCH, 1, true, "3f9a"))
                    .toList();
        }
    }
}
