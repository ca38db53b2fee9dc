package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cli.DebriefCommand.Surroundings;
import dev.understudy.cluster.UndoResult;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.file.DebriefForm;
import dev.understudy.debrief.file.WrittenDebrief;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Outcome;
import dev.understudy.journal.MemoryJournal;
import dev.understudy.report.Briefings;
import dev.understudy.report.DrillStory;
import dev.understudy.report.Stories;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.Source;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebriefCommandTest {
    private static final String ID =
            Stories.recovered().entries().getFirst().event() instanceof DrillEvent.Opened opened
                    ? opened.briefing().drill()
                    : "";

    private final MemoryJournal journal = new MemoryJournal();

    @TempDir
    private Path folder = Path.of("");

    private void journaled(DrillStory story) {
        List<Entry> entries = story.entries();
        journal.append(ID, 0, entries);
    }

    /** Somebody whom the roster does not know brings it back. */
    private static DrillStory byStranger() {
        return Stories.repairedBy(Briefings.real().briefing(), Stories.STRANGER).closed(14_300);
    }

    private Drill drill() {
        return Drill.of(journal.read(ID)).orElseThrow();
    }

    private Typed type(String... arguments) {
        return typing("", arguments);
    }

    private Typed typing(String lines, String... arguments) {
        return Typed.run(
                new DebriefCommand(new Surroundings(
                        () -> journal,
                        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                        () -> !lines.isEmpty(),
                        drill -> folder.resolve(drill + ".yaml"),
                        () -> DrillStory.wall(3_600_000))),
                arguments);
    }

    private String file(String spec) throws Exception {
        Path file = folder.resolve("debrief-of-it.yaml");
        Files.writeString(file, "apiVersion: understudy.dev/v1\nkind: Debrief\nspec:\n  facilitator: fay\n" + spec);
        return file.toString();
    }

    @Test
    void a_debrief_is_the_drills_latest_event_and_says_what_changed() throws Exception {
        journaled(byStranger());

        Typed typed = type("checkout", "--file", file("""
                  actors: [{actor: root@laptop, responder: bo}]
                  excluded: [{responder: ana, part: none}]
                  actions: [{title: alert earlier, owner: bo, due: 2026-12-24, blocking: true}]
                """));

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out())
                .contains("outcome: recovered, as at the close")
                .contains("it counts as evidence now")
                .contains("1 open action; independence waits for 1 of them");
        assertThat(drill().debrief()).extracting(Debrief::facilitator).isEqualTo("fay");
        assertThat(journal.read(ID).getLast().stamp().at()).isEqualTo(DrillStory.wall(3_600_000));
    }

    @Test
    void who_was_excluded_holds_no_debrief_and_who_took_the_page_confirms_nothing() throws Exception {
        journaled(DrillStory.injected(Briefings.real().briefing())
                .broken()
                .alerted(1100)
                .said(3020, "bo", new DrillEvent.Acknowledged("bo", null))
                .scaledBackBy(8000, Stories.BO)
                .steadyAgain(8900)
                .undone(14_200, UndoResult.RESTORED, "kubectl")
                .closed(14_300));
        Path file = Path.of(file("  confirmed: true\n"));
        String text = Files.readString(file);

        Files.writeString(file, text.replace("facilitator: fay", "facilitator: ana"));
        Typed byTheExcluded = type("--file", file.toString());
        Files.writeString(file, text.replace("facilitator: fay", "facilitator: bo"));
        Typed byTheLead = type("--file", file.toString());

        assertThat(byTheExcluded.code()).isEqualTo(2);
        assertThat(byTheExcluded.err()).contains("debrief-of-it.yaml:4:16: 'ana' was excluded from the drill");
        assertThat(byTheLead.code()).isEqualTo(2);
        assertThat(byTheLead.err()).contains("4:16: 'bo' acknowledged it, and cannot confirm that");
        assertThat(drill().debrief()).isNull();
    }

    @Test
    void a_debrief_that_finds_a_rescue_says_so_and_the_close_keeps_its_word() throws Exception {
        journaled(Stories.recovered(Briefings.real().briefing()));

        Typed typed = type("--file", file("  excluded: [{responder: ana, part: advised}]\n"));

        assertThat(typed.out()).contains("outcome after the debrief: rescued (at the close: recovered)");
        assertThat(drill().outcome()).isEqualTo(Outcome.RESCUED);
    }

    @Test
    void a_second_debrief_takes_nothing_back_that_it_does_not_answer_and_says_what_it_changed() throws Exception {
        journaled(Stories.recovered(Briefings.real().briefing()));
        type("--file", file("  excluded: [{responder: ana, part: advised}]\n"));

        Typed silent = type(ID, "--file", file(""));
        Typed answering = type(ID, "--file", file("  excluded: [{responder: ana, part: none}]\n"));

        assertThat(silent.out()).contains("outcome: rescued, as before this debrief (at the close: recovered)");
        assertThat(answering.out())
                .contains(
                        "outcome after the debrief: recovered (at the close: recovered; before this debrief: rescued)");
    }

    @Test
    void an_action_that_blocks_is_counted_until_it_is_done() throws Exception {
        journaled(byStranger());
        type("--file", file("  actions: [{title: alert earlier, owner: bo, due: 2026-12-24, blocking: true}]\n"));

        assertThat(type(ID, "--file", file("")).out()).contains("independence waits for 1 of them");
        assertThat(type(ID, "--show").out()).contains("alert earlier");
    }

    @Test
    void a_drill_that_has_a_debrief_is_not_talked_through_again() throws Exception {
        journaled(byStranger());
        type("--file", file(""));

        Typed typed = typing("fay\n", ID);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("--show", "--file");
        assertThat(folder.resolve(ID + ".yaml")).doesNotExist();
    }

    @Test
    void whatever_is_said_is_kept_after_every_answer() throws Exception {
        journaled(byStranger());
        List<String> answers = """
                fay
                the dashboard
                where the switch is
                one cache for all
                and one switch

                quick page

                slow graphs
                no map

                it was noon

                Where is the switch?
                ana
                y
                docs/cache.md
                bo

                bo

                none
                Write it down
                bo
                2026-12-24
                y
                cache-loss-again
                no-alert
                Another thing
                """.lines().toList();
        Path draft = folder.resolve(ID + ".yaml");

        for (int said = 1; said <= answers.size(); said++) {
            List<String> soFar = answers.subList(0, said);
            typing(String.join("\n", soFar) + "\n", ID);

            assertThat(Files.readString(draft))
                    .as("after %s", soFar)
                    .contains(soFar.stream().filter(line -> !line.equals("y")).toList());
            assertThat(DebriefForm.FILE.read(Source.file(draft))).isInstanceOf(Read.Good.class);
            Files.delete(draft);
        }
    }

    @Test
    void a_draft_carries_what_is_still_to_be_said_as_comments() throws Exception {
        journaled(byStranger());

        typing("fay\n\n\n\n\n\n\n\n\n\n\nWrite it down\nbo\n", ID);

        String draft = Files.readString(folder.resolve(ID + ".yaml"));
        assertThat(draft)
                .contains(
                        "#   - actor: \"root@laptop\"\n", "#   - responder: ana\n", "#   - title: \"Write it down\"\n");
        Read<WrittenDebrief> finished = DebriefForm.FILE.read(Source.text(
                "debrief.yaml",
                draft.replaceAll("(?m)^( +)# ", "$1")
                        .replace("responder:          #", "responder: bo #")
                        .replace("part:               #", "part: none #")
                        .replace("due:                #", "due: 2026-12-24 #")));
        assertThat(finished).as("%s", finished).isInstanceOf(Read.Good.class);
        assertThat(((Read.Good<WrittenDebrief>) finished).value().debrief()).satisfies(debrief -> {
            assertThat(debrief.attributions()).hasSize(1);
            assertThat(debrief.parts()).hasSize(1);
            assertThat(debrief.actions()).hasSize(1);
        });
    }

    @Test
    void a_rehearsal_stays_one() throws Exception {
        journaled(Stories.recovered());

        assertThat(type("--file", file("")).out()).contains("it stays a rehearsal");
    }

    @Test
    void a_file_that_does_not_fit_the_drill_records_nothing() throws Exception {
        journaled(byStranger());
        int before = drill().length();

        Typed typed = type("--file", file("  lead: nobody-we-know\n"));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("debrief-of-it.yaml:5:9: 'nobody-we-know' had no part in the drill");
        assertThat(drill().length()).isEqualTo(before);
    }

    @Test
    void a_recorded_debrief_is_shown_as_a_file_that_can_be_recorded_again() throws Exception {
        journaled(byStranger());
        type("--file", file("  lucky: [\"it was noon\"]\n"));

        Typed shown = type(ID, "--show");
        Path again = folder.resolve("again.yaml");
        Files.writeString(again, shown.out());

        assertThat(type("--file", again.toString()).out()).contains("what the one before settled stays");
        assertThat(drill().debrief()).extracting(Debrief::lucky).isEqualTo(List.of("it was noon"));
    }

    @Test
    void the_template_lists_what_is_to_be_settled() {
        journaled(byStranger());

        assertThat(type("--template").out()).contains("root@laptop", "responder: ana", "Which question would you have");
    }

    @Test
    void a_drill_that_runs_or_was_refused_or_is_not_there_is_not_debriefed() {
        journaled(Stories.running());
        assertThat(type(ID, "--template").err()).contains("is not over yet");

        assertThat(type("other", "--template").err()).contains("there is no drill 'other'");
        assertThat(type("--template").err()).contains("no drill waits for its debrief");
    }

    @Test
    void a_refused_drill_has_nothing_to_debrief() {
        journaled(Stories.refused());

        assertThat(type(ID, "--template").err()).contains("never took place");
    }

    @Test
    void without_a_file_and_a_terminal_it_says_what_to_do() {
        journaled(byStranger());

        Typed typed = type(ID);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("--file FILE", "--template");
    }

    @Test
    void on_a_terminal_it_asks_one_question_after_the_other() {
        journaled(byStranger());

        Typed typed = typing("""
                fay
                the dashboard
                where the switch is
                one cache for all

                quick page


                it was noon

                Where is the switch?
                ana
                y
                docs/cache.md
                bo

                zoe

                bo
                none
                Write it down
                bo
                2026-10-01
                2026-12-24
                y

                no alert
                no-alert

                """);

        assertThat(typed.code()).as(typed.out() + typed.err()).isZero();
        Debrief debrief = Objects.requireNonNull(drill().debrief());
        assertThat(typed.out())
                .contains(
                        "nobody called 'zoe' is known here",
                        "not before 2026-11-21",
                        "  no-alert, alert-late",
                        "it counts as evidence now");
        assertThat(debrief.answers()).hasSize(2);
        assertThat(debrief.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.onlyExcluded()).isTrue());
        assertThat(debrief.actions())
                .singleElement()
                .satisfies(action -> assertThat(action.blocks()).isTrue());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_was_said_before_the_answers_ended_is_kept_in_a_file_that_can_be_recorded() {
        journaled(byStranger());

        Typed typed = typing("fay\nthe dashboard\n");

        Path draft = folder.resolve(ID + ".yaml");
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("what was said is kept in " + draft);
        assertThat(drill().debrief()).isNull();
        assertThat(typing("fay\n", ID).err()).contains("was begun before").contains(draft.toString());
        assertThat(type("--file", draft.toString()).code()).isZero();
        assertThat(drill().debrief())
                .extracting(d -> d.answers().getFirst().answer())
                .isEqualTo("the dashboard");
        assertThat(draft).doesNotExist();
    }
}
