package dev.understudy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.understudy.app.ImportTally.Growth;
import dev.understudy.app.ImportTally.Rejection;
import dev.understudy.app.ImportTally.Summary;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.journal.Chain.Row;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Export;
import dev.understudy.journal.Verification;
import dev.understudy.journal.json.ExportText;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.report.DrillStory;
import dev.understudy.report.Stories;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills that travel from one machine to another. */
class DrillImportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private SqlJournal here;
    private SqlJournal there;

    @BeforeEach
    void open() {
        here = SqlJournal.open(folder.resolve("here/journal.db"));
        there = SqlJournal.open(folder.resolve("there/journal.db"));
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private static DrillStory named(String drill, DrillStory story) {
        return DrillStory.renamed(drill, story);
    }

    private static void journaled(SqlJournal journal, String drill, DrillStory story) {
        journal.append(drill, 0, named(drill, story).entries());
    }

    private List<String> exported(String... drills) {
        try {
            StringWriter out = new StringWriter();
            DrillExport.write(there, List.of(drills), out);
            return new ArrayList<>(out.toString().lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Summary take(List<String> lines) {
        try {
            byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            return DrillImport.read(new ByteArrayInputStream(bytes), here, "drills.jsonl", NOW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_is_taken_is_what_was_journaled_hash_for_hash() {
        journaled(there, "a", Stories.recovered());
        journaled(there, "b", Stories.rescued());

        Summary summary = take(exported("a", "b"));

        assertThat(summary).isEqualTo(new Summary(2, List.of(), 0, 0, List.of(), 0));
        assertThat(here.chain("a")).isEqualTo(there.chain("a"));
        assertThat(here.drills())
                .usingRecursiveComparison()
                .ignoringFields("origin")
                .isEqualTo(there.drills());
        assertThat(Verification.of(here, Map.of())).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void taking_it_twice_takes_nothing_twice() {
        journaled(there, "a", Stories.recovered());
        take(exported("a"));

        assertThat(take(exported("a"))).isEqualTo(new Summary(0, List.of(), 1, 0, List.of(), 0));
    }

    @Test
    void a_drill_that_was_debriefed_since_grows_and_an_older_export_of_it_changes_nothing() {
        journaled(there, "a", Stories.recovered());
        List<String> older = exported("a");
        take(older);
        there.append("a", there.read("a").size(), List.of(note(there.read("a").getLast())));

        assertThat(take(exported("a")))
                .isEqualTo(new Summary(0, List.of(new Growth("a", 1, "1 noted")), 0, 0, List.of(), 0));
        assertThat(take(older)).isEqualTo(new Summary(0, List.of(), 1, 0, List.of(), 0));
        assertThat(here.chain("a")).isEqualTo(there.chain("a"));
    }

    @Test
    void a_changed_line_is_rejected_with_its_drill_and_the_others_are_taken() {
        journaled(there, "a", Stories.recovered());
        journaled(there, "b", Stories.rescued());
        List<String> lines = exported("a", "b");
        lines.set(2, lines.get(2).replace("checkout-cache", "checkout-cash"));

        Summary summary = take(lines);

        assertThat(summary.added()).isEqualTo(1);
        assertThat(summary.rejections())
                .containsExactly(new Rejection(3, "a", "entry 2: it was changed or put here from elsewhere"));
        assertThat(here.read("a")).isEmpty();
    }

    @Test
    void a_line_that_is_missing_at_the_end_is_missed() {
        journaled(there, "a", Stories.recovered());
        List<String> lines = exported("a");
        lines.removeLast();

        assertThat(take(lines).rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.why()).contains("it is missing"));
    }

    @Test
    void a_line_that_is_no_json_costs_its_drill_and_no_other() {
        journaled(there, "a", Stories.recovered());
        journaled(there, "b", Stories.rescued());
        List<String> lines = exported("a", "b");
        lines.add(2, "{oh");

        Summary summary = take(lines);

        assertThat(summary.added()).isEqualTo(1);
        assertThat(summary.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(3);
            assertThat(rejection.drill()).isEqualTo("a");
        });
    }

    @Test
    void another_course_of_a_drill_that_is_here_is_refused() {
        journaled(there, "a", Stories.recovered());
        journaled(here, "a", Stories.rescued());

        Summary summary = take(exported("a"));

        assertThat(summary.rejections())
                .extracting(Rejection::why)
                .singleElement()
                .asString()
                .contains("stays as it is");
        assertThat(here.read("a")).isEqualTo(named("a", Stories.rescued()).entries());
    }

    @Test
    void a_drill_that_still_runs_elsewhere_is_not_taken_for_an_orphan_here() {
        journaled(there, "a", Stories.running());

        assertThat(take(exported("a")).rejections())
                .extracting(Rejection::why)
                .containsExactly("it was not over when it was exported: export it again when it is");
    }

    @Test
    void an_export_is_recognised_by_its_first_line() {
        journaled(there, "a", Stories.recovered());
        byte[] export = exported("a").getFirst().getBytes(StandardCharsets.UTF_8);

        assertThat(ExportText.recognised(export)).isTrue();
        assertThat(ExportText.recognised("{\"id\": \"INC-1\"}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(ExportText.recognised("id,service".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void a_drill_from_elsewhere_says_where_it_comes_from() {
        journaled(there, "a", Stories.recovered());
        journaled(here, "b", Stories.rescued());

        take(exported("a"));

        assertThat(here.drills())
                .extracting(DrillSummary::drill, DrillSummary::origin)
                .containsExactlyInAnyOrder(tuple("a", "imported from drills.jsonl on 2026-11-22"), tuple("b", null));
    }

    @Test
    void a_drill_of_this_machine_that_grew_elsewhere_says_what_is_not_its_own() {
        journaled(here, "a", Stories.recovered());
        journaled(there, "a", Stories.recovered());
        there.append("a", there.read("a").size(), List.of(note(there.read("a").getLast())));

        take(exported("a"));

        assertThat(here.drills())
                .extracting(DrillSummary::origin)
                .containsExactly("its last 1 entry imported from drills.jsonl on 2026-11-22");
    }

    @Test
    void a_drill_that_is_not_over_here_is_neither_grown_nor_closed() {
        List<Entry> whole = named("a", Stories.recovered()).entries();
        here.append("a", 0, whole.subList(0, 10));
        there.append("a", 0, whole);

        Summary summary = take(exported("a"));

        assertThat(summary.rejections())
                .extracting(Rejection::why)
                .singleElement()
                .asString()
                .startsWith("it is not over here");
        assertThat(here.read("a")).hasSize(10);
    }

    @Test
    void the_same_drill_twice_in_a_row_is_there_already() {
        journaled(there, "a", Stories.recovered());
        List<String> lines = exported("a");
        lines.addAll(exported("a"));

        assertThat(take(lines)).isEqualTo(new Summary(1, List.of(), 1, 0, List.of(), 0));
    }

    @Test
    void rehearsals_may_have_been_held_at_the_same_time() {
        journaled(there, "a", Stories.recovered());
        journaled(there, "b", Stories.recovered());

        assertThat(take(exported("a", "b")).added()).isEqualTo(2);
    }

    @Test
    void what_is_larger_than_any_drill_is_passed_over_and_never_held_in_memory() {
        journaled(there, "a", Stories.recovered());
        journaled(there, "b", Stories.recovered());
        List<String> lines = exported("a");
        String blank = " ".repeat(3 << 20);
        lines.replaceAll(line -> line + blank);
        lines.addAll(exported("b"));

        Summary summary = take(lines);

        assertThat(summary.rejections()).singleElement().satisfies(why -> {
            assertThat(why.drill()).isEqualTo("a");
            assertThat(why.why()).contains("larger than any drill");
        });
        assertThat(here.drills()).extracting(DrillSummary::drill).containsExactly("b");
    }

    @Test
    void a_copy_under_another_id_is_refused() {
        journaled(there, "a", Stories.rescued());
        journaled(there, "b", Stories.rescued());
        journaled(here, "c", Stories.rescued());

        assertThat(take(exported("a", "b")).rejections())
                .extracting(Rejection::drill, Rejection::why)
                .containsExactly(
                        tuple(
                                "a",
                                "it was in namespace shop while drill c was, and only one can be: it seems to be a"
                                        + " copy"),
                        tuple(
                                "b",
                                "it was in namespace shop while drill c was, and only one can be: it seems to be a"
                                        + " copy"));
    }

    @Test
    void of_two_copies_in_a_file_one_is_taken() {
        journaled(there, "a", Stories.rescued());
        journaled(there, "b", Stories.rescued());

        Summary summary = take(exported("a", "b"));

        assertThat(summary.added()).isEqualTo(1);
        assertThat(summary.rejections()).extracting(Rejection::drill).containsExactly("b");
    }

    @Test
    void an_export_is_recognised_however_long_its_first_line_is() {
        String body = "x".repeat(10_000);
        String line = ExportText.write(new Export.Line("a", 1, "head", new Row(0, body, "hash")));

        assertThat(ExportText.recognised(line.substring(0, 4096).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(ExportText.read(line).row().body()).isEqualTo(body);
    }

    private static Entry note(Entry last) {
        return new Entry(last.number() + 1, last.stamp(), last.origin(), new DrillEvent.Noted("afterwards"));
    }
}
