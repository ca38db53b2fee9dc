package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Stamp;
import dev.understudy.journal.DrillLock;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Halt;
import dev.understudy.journal.Journal;
import dev.understudy.journal.JournalException;
import dev.understudy.journal.MemoryJournal;
import dev.understudy.journal.SampleDrill;
import dev.understudy.journal.json.CodecException;
import dev.understudy.journal.json.EntryCodec;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DrillsCommandTest {
    private final Journal journal = new MemoryJournal();
    private Set<String> alive = Set.of();
    private Optional<Halt> halted = Optional.empty();
    private Function<List<Entry>, String> worth = entries -> "worth " + entries.size();

    @Test
    void lists_drills_newest_first_with_how_they_ended() {
        open("first", 0, 23);
        open("second", 60_000, 8);
        open("third", 120_000, 8);
        refuse("fourth", 180_000);
        alive = Set.of("third");

        Typed result = run();

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("""
                        DRILL   SCENARIO             SERVICE   OPENED                OUTCOME      EVIDENCE
                        fourth  checkout-cache-loss  checkout  2026-11-21T10:18:00Z  refused      worth 2
                        third   checkout-cache-loss  checkout  2026-11-21T10:17:00Z  running      worth 8
                        second  checkout-cache-loss  checkout  2026-11-21T10:16:00Z  interrupted  worth 8
                        first   checkout-cache-loss  checkout  2026-11-21T10:15:00Z  recovered    worth 23
                        second is interrupted: 'understudy run' or 'understudy undo --drill second' finishes it
                        """);
    }

    @Test
    void says_first_that_drills_are_halted() {
        halted = Optional.of(new Halt(SampleDrill.OPENED, "fay", "the auditors are here"));

        assertThat(run().out())
                .startsWith("drills are halted since 2026-11-21T10:15:00Z by fay: the auditors are here; 'understudy"
                        + " resume' lets them run again");
        assertThat(run("-o", "json").out()).contains("\"who\" : \"fay\"");
    }

    @Test
    void says_how_to_begin_where_there_are_none() {
        assertThat(run().out()).contains("understudy run SCENARIO");
    }

    @Test
    void lists_no_more_than_asked_for_and_says_how_many_more_there_are() {
        open("first", 0, 23);
        open("second", 60_000, 23);
        open("third", 120_000, 23);

        Typed result = run("--limit", "1");

        assertThat(result.out()).contains("third").doesNotContain("second").contains("2 older: --limit 3");
    }

    @Test
    void refuses_a_limit_below_one() {
        assertThat(run("--limit", "0")).satisfies(result -> {
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("--limit must be 1 or more");
        });
    }

    @Test
    void prints_json() throws JsonProcessingException {
        open("first", 0, 23);
        open("second", 60_000, 8);

        JsonNode drills = new JsonMapper().readTree(run("-o", "json").out()).get("drills");

        assertThat(drills.get(0).get("state").textValue()).isEqualTo("interrupted");
        assertThat(drills.get(0).get("outcome").isNull()).isTrue();
        assertThat(drills.get(1).get("drill").textValue()).isEqualTo("first");
        assertThat(drills.get(1).get("state").textValue()).isEqualTo("closed");
        assertThat(drills.get(1).get("outcome").textValue()).isEqualTo("recovered");
        assertThat(drills.get(1).get("opened").textValue()).isEqualTo("2026-11-21T10:15:00Z");
    }

    @Test
    void a_drill_that_cannot_be_read_does_not_hide_the_others() {
        open("first", 0, 23);
        open("second", 60_000, 23);
        Typed result = run(new Damaged(journal));

        assertThat(result.out()).contains("recovered").contains("second is unreadable: entry 3 cannot be read");
    }

    @Test
    void a_drill_that_makes_no_sense_does_not_hide_the_others_and_says_why() {
        open("first", 0, 23);
        open("second", 60_000, 23);

        for (RuntimeException odd : List.of(
                new ArithmeticException("long overflow"),
                new DateTimeException("year 1000000000"),
                catchThrowableOfType(CodecException.class, () -> EntryCodec.decode("{}")),
                new IllegalArgumentException("'second' is no id"))) {
            worth = entries -> {
                if (entries.getFirst().event() instanceof DrillEvent.Opened(var briefing)
                        && briefing.drill().equals("second")) {
                    throw odd;
                }
                return "drill";
            };

            assertThat(run().out())
                    .contains("recovered")
                    .contains("second is unreadable: " + Plain.text(String.valueOf(odd.getMessage())));
        }
    }

    @Test
    void what_an_id_would_do_to_a_terminal_it_does_not() {
        open("first\u001b[2J\u009b1m\u202e", 0, 8);

        assertThat(run().out()).contains("first [2J 1m").doesNotContain("\u001b", "\u009b", "\u202e");
    }

    private void open(String drill, long millis, int length) {
        journal.append(drill, 0, entries(drill, millis).subList(0, length));
    }

    private void refuse(String drill, long millis) {
        Stamp stamp = new Stamp(SampleDrill.OPENED.plusMillis(millis + 1), Duration.ofMillis(1));
        Entry refused = new Entry(1, stamp, Origin.DRILL, new DrillEvent.Refused(List.of("drills are halted")));
        journal.append(drill, 0, List.of(entries(drill, millis).getFirst(), refused));
    }

    private static List<Entry> entries(String drill, long millis) {
        return SampleDrill.entries(drill, SampleDrill.OPENED.plusMillis(millis), true);
    }

    private Typed run(String... arguments) {
        return run(journal, arguments);
    }

    private Typed run(Journal of, String... arguments) {
        DrillLock locks = new DrillLock() {
            @Override
            public Optional<Held> tryLock(String drill) {
                return Optional.empty();
            }

            @Override
            public boolean isAlive(String drill) {
                return alive.contains(drill);
            }
        };
        return Typed.run(
                new DrillsCommand(() -> of, () -> locks, () -> halted, entries -> worth.apply(entries), () -> {
                    throw new AssertionError("nothing is exported");
                }),
                arguments);
    }

    /** A journal in which the entries of one drill cannot be read. */
    private record Damaged(Journal journal) implements Journal {
        @Override
        public void append(String drill, int expectedLength, List<Entry> entries) {
            journal.append(drill, expectedLength, entries);
        }

        @Override
        public List<Entry> read(String drill) {
            if (drill.equals("second")) {
                throw new JournalException("entry 3 cannot be read", null);
            }
            return journal.read(drill);
        }

        @Override
        public List<DrillSummary> drills() {
            return journal.drills();
        }
    }
}
