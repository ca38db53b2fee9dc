package dev.understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.app.DrillImport.Rejection;
import dev.understudy.app.DrillImport.Summary;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.journal.Verification;
import dev.understudy.journal.json.ExportText;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.report.DrillStory;
import dev.understudy.report.Stories;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills that travel from one machine to another. */
class DrillImportTest {
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
            return DrillImport.read(new BufferedReader(new StringReader(String.join("\n", lines))), here);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_is_taken_is_what_was_journaled_hash_for_hash() {
        journaled(there, "a", Stories.recovered());
        journaled(there, "b", Stories.rescued());

        Summary summary = take(exported("a", "b"));

        assertThat(summary).isEqualTo(new Summary(2, 0, 0, List.of()));
        assertThat(here.chain("a")).isEqualTo(there.chain("a"));
        assertThat(here.drills()).isEqualTo(there.drills());
        assertThat(Verification.of(here, Map.of())).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void taking_it_twice_takes_nothing_twice() {
        journaled(there, "a", Stories.recovered());
        take(exported("a"));

        assertThat(take(exported("a"))).isEqualTo(new Summary(0, 0, 1, List.of()));
    }

    @Test
    void a_drill_that_was_debriefed_since_grows_and_an_older_export_of_it_changes_nothing() {
        journaled(there, "a", Stories.recovered());
        List<String> older = exported("a");
        take(older);
        there.append("a", there.read("a").size(), List.of(note(there.read("a").getLast())));

        assertThat(take(exported("a"))).isEqualTo(new Summary(0, 1, 0, List.of()));
        assertThat(take(older)).isEqualTo(new Summary(0, 0, 1, List.of()));
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

    private static Entry note(Entry last) {
        return new Entry(last.number() + 1, last.stamp(), last.origin(), new DrillEvent.Noted("afterwards"));
    }
}
