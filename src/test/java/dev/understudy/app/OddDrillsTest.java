package dev.understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.app.ImportTally.Rejection;
import dev.understudy.app.ImportTally.Summary;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.Part;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Outcome;
import dev.understudy.drill.Stamp;
import dev.understudy.journal.Chain;
import dev.understudy.journal.Chain.Row;
import dev.understudy.journal.Export;
import dev.understudy.journal.HashChain;
import dev.understudy.journal.json.EntryCodec;
import dev.understudy.journal.json.ExportText;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.report.DrillStory;
import dev.understudy.report.Stories;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that somebody wrote who is no Understudy, with hashes that follow. */
class OddDrillsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int MIB = 1 << 20;

    @TempDir
    private Path folder;

    private SqlJournal journal;

    @BeforeEach
    void open() {
        journal = SqlJournal.open(folder.resolve("journal.db"));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static List<Entry> story(String drill) {
        return DrillStory.renamed(drill, Stories.rescued()).entries();
    }

    private static String export(String drill, List<Entry> entries) {
        String hash = HashChain.start(drill);
        List<Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            String body = EntryCodec.encode(entry);
            hash = HashChain.next(hash, body);
            rows.add(new Row(entry.number(), body, hash));
        }
        return Export.lines(new Chain(drill, rows.size(), hash, rows)).stream()
                .map(line -> ExportText.write(line) + "\n")
                .collect(Collectors.joining());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Summary take(InputStream in) throws IOException {
        return DrillImport.read(in, journal, "odd.jsonl", NOW);
    }

    /** An odd drill and a good one behind it, which must be taken. */
    private String objection(String drill, List<Entry> odd) throws IOException {
        String good =
                export("good", DrillStory.renamed("good", Stories.recovered()).entries());
        Summary summary = take(bytes(export(drill, odd) + good));
        assertThat(summary.added() + summary.there()).isEqualTo(1);
        assertThat(journal.read("good")).isNotEmpty();
        return summary.rejections().stream().map(Rejection::why).collect(Collectors.joining("\n"));
    }

    private static List<Entry> changed(List<Entry> entries, int number, UnaryOperator<Entry> change) {
        List<Entry> all = new ArrayList<>(entries);
        all.set(number, change.apply(all.get(number)));
        return all;
    }

    private static UnaryOperator<Entry> stamped(UnaryOperator<Stamp> change) {
        return entry -> new Entry(entry.number(), change.apply(entry.stamp()), entry.origin(), entry.event());
    }

    private static List<Entry> debriefed(Debrief debrief) {
        List<Entry> entries = new ArrayList<>(story("odd"));
        entries.add(
                new Entry(entries.size(), entries.getLast().stamp(), Origin.DRILL, new DrillEvent.Debriefed(debrief)));
        return entries;
    }

    private static Debrief debrief(@Nullable String lead, List<Attribution> actors, List<Part> parts) {
        return new Debrief(
                "fay", lead, true, actors, parts, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    @Test
    void an_id_that_leads_elsewhere_is_refused() throws IOException {
        assertThat(objection("../../odd", story("../../odd"))).isEqualTo("its id is none that a drill can have");
    }

    @Test
    void a_drill_that_says_to_have_ended_better_than_it_went_is_refused() throws IOException {
        List<Entry> odd =
                replaced(DrillEvent.Closed.class, was -> new DrillEvent.Closed(Outcome.RECOVERED, was.changesLeft()));

        assertThat(objection("odd", odd))
                .endsWith("says that it ended as recovered, but what happened before makes it rescued");
    }

    @Test
    void a_drill_whose_page_was_taken_by_somebody_out_of_the_game_is_refused() throws IOException {
        List<Entry> odd = replaced(DrillEvent.Acknowledged.class, was -> new DrillEvent.Acknowledged("ana", null));

        assertThat(objection("odd", odd)).endsWith("says that 'ana' acknowledged, who was excluded");
    }

    @Test
    void a_debrief_that_an_excluded_responder_held_is_refused() throws IOException {
        Debrief own = new Debrief(
                "ana", null, true, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());

        assertThat(objection("odd", debriefed(own))).contains("'ana' was excluded from the drill");
    }

    private static <E extends DrillEvent> List<Entry> replaced(Class<E> type, Function<E, DrillEvent> change) {
        return story("odd").stream()
                .map(entry -> type.isInstance(entry.event())
                        ? new Entry(
                                entry.number(), entry.stamp(), entry.origin(), change.apply(type.cast(entry.event())))
                        : entry)
                .toList();
    }

    @Test
    void a_drill_that_went_on_beyond_all_numbers_stops_no_other() throws IOException {
        List<Entry> odd =
                changed(story("odd"), 5, stamped(was -> new Stamp(was.at(), Duration.ofSeconds(Long.MAX_VALUE))));

        assertThat(objection("odd", odd)).startsWith("it makes no drill: ");
    }

    @Test
    void a_time_before_the_drill_is_refused() throws IOException {
        List<Entry> odd = changed(story("odd"), 0, stamped(was -> new Stamp(was.at(), Duration.ofSeconds(-5))));

        assertThat(objection("odd", odd)).isEqualTo("entry 0 tells a time that is less than none: PT-5S");
    }

    @Test
    void an_entry_before_the_one_in_front_of_it_is_refused() throws IOException {
        List<Entry> odd = changed(story("odd"), 12, stamped(was -> new Stamp(was.at(), Duration.ZERO)));

        assertThat(objection("odd", odd)).isEqualTo("entry 12 is stamped before the one in front of it");
    }

    @Test
    void an_entry_that_is_yet_to_come_is_refused() throws IOException {
        List<Entry> odd = story("odd");
        int last = odd.size() - 1;
        odd = changed(odd, last, stamped(was -> new Stamp(NOW.plus(Duration.ofDays(1)), was.offset())));

        assertThat(objection("odd", odd)).isEqualTo("entry " + last + " is stamped later than now");
    }

    @Test
    void an_injection_that_took_more_than_a_year_is_refused() throws IOException {
        List<Entry> odd = story("odd");
        odd = changed(
                odd,
                indexOfInjected(odd),
                entry -> new Entry(
                        entry.number(),
                        entry.stamp(),
                        entry.origin(),
                        new DrillEvent.FaultInjected(DrillStory.FAULT, Duration.ofDays(400))));

        assertThat(objection("odd", odd)).contains("tells a time of more than 30 days");
    }

    private static int indexOfInjected(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof DrillEvent.FaultInjected)
                .findFirst()
                .orElseThrow()
                .number();
    }

    @Test
    void a_debrief_by_which_an_excluded_responder_led_is_refused() throws IOException {
        assertThat(objection("odd", debriefed(debrief("ana", List.of(), List.of()))))
                .contains("'ana' was excluded, and so cannot have led");
    }

    @Test
    void a_debrief_that_brings_in_somebody_else_is_refused() throws IOException {
        assertThat(objection("odd", debriefed(debrief("zoe", List.of(), List.of()))))
                .contains("'zoe' had no part in the drill");
        assertThat(objection("odd", debriefed(debrief(null, List.of(new Attribution("ghost", "bo")), List.of()))))
                .contains("names the actor 'ghost', whom the drill never saw");
    }

    @Test
    void a_line_without_end_is_passed_over_in_little_memory() throws IOException {
        InputStream endless =
                new SequenceInputStream(new Repeated("x", 300L * MIB), bytes("\n" + export("good", story("good"))));

        Summary summary = take(endless);

        assertThat(summary.added()).isEqualTo(1);
        assertThat(summary.rejections()).containsExactly(new Rejection(1, "", "the line is longer than 4 MiB"));
    }

    @Test
    void of_many_rejections_the_first_are_kept_and_the_others_counted() throws IOException {
        Summary summary = take(new Repeated("{oh\n", MIB / 4));

        assertThat(summary.rejected()).isEqualTo(MIB / 16);
        assertThat(summary.rejections()).hasSize(20);
    }

    @Test
    void a_drill_of_more_entries_than_any_has_is_refused_once() throws IOException {
        String line = export("odd", story("odd")).lines().skip(1).findFirst().orElseThrow() + "\n";

        Summary summary = take(new Repeated(line, 100_100L * line.length()));

        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(summary.rejections().getFirst().why()).startsWith("it is larger than any drill");
    }

    @Test
    void invented_drills_are_counted() throws IOException {
        List<Entry> sample = changed(story("sample"), 0, OddDrillsTest::invented);

        assertThat(take(bytes(export("sample", sample))).invented()).isEqualTo(1);
    }

    private static Entry invented(Entry opened) {
        Briefing was = ((DrillEvent.Opened) opened.event()).briefing();
        Briefing.Stage stage = was.stage();
        Briefing briefing = new Briefing(
                was.drill(),
                was.subject(),
                new Briefing.Stage(
                        stage.cluster(),
                        "5ample-c1u5ter",
                        stage.namespace(),
                        stage.target(),
                        stage.rehearsal(),
                        stage.audited(),
                        stage.probes()),
                was.participants(),
                was.eligible(),
                was.detection(),
                was.expectImpact(),
                was.steadyState(),
                was.faults(),
                was.objectives(),
                was.guardrails(),
                was.hints(),
                was.seed());
        return new Entry(opened.number(), opened.stamp(), opened.origin(), new DrillEvent.Opened(briefing));
    }

    /** A text over and over, made as it is read. */
    private static final class Repeated extends InputStream {
        private final byte[] text;
        private final long length;
        private long at;

        Repeated(String text, long length) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            return at < length ? text[(int) (at++ % text.length)] : -1;
        }
    }
}
