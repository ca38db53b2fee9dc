package dev.understudy.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.DrillEvent.Closed;
import dev.understudy.drill.DrillEvent.EndDecided;
import dev.understudy.drill.DrillEvent.Interrupted;
import dev.understudy.drill.DrillEvent.Refused;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds of every drill, tried on thousands that chance made. */
class RandomDrillTest {
    private static void forEachSeed(int seeds, LongConsumer test) {
        LongStream.range(0, seeds).forEach(seed -> {
            try {
                test.accept(seed);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        });
    }

    private static void isOverWithNothingLeft(Drill drill) {
        assertThat(drill.phase().over()).isTrue();
        assertThat(drill.touching()).isFalse();
        assertThat(drill.armed()).isEmpty();
        assertThat(drill.faults().values())
                .filteredOn(FaultState::touched)
                .allSatisfy(f -> assertThat(f.undone()).hasSameSizeAs(f.changes()));
    }

    @Test
    void every_drill_ends_in_exactly_one_outcome_with_nothing_left_to_undo() {
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        forEachSeed(2000, seed -> {
            Stage drill = new RandomDrill(seed).stage();

            drill.run();

            isOverWithNothingLeft(drill.drill());
            assertThat(drill.entries())
                    .extracting(Entry::event)
                    .filteredOn(e -> e instanceof Closed || e instanceof Refused)
                    .hasSize(1);
            if (drill.drill().phase() == Phase.CLOSED) {
                seen.add(drill.outcome());
            }
        });
        assertThat(seen).as("the drills by chance cover every outcome").containsExactlyInAnyOrder(Outcome.values());
    }

    @Test
    void folding_a_journal_gives_the_state_that_the_drill_had_at_every_event() {
        forEachSeed(300, seed -> {
            List<Entry> journal = new RandomDrill(seed).stage().run().entries();

            Drill step = Drill.of(journal.subList(0, 1)).orElseThrow();
            for (int length = 1; length < journal.size(); length++) {
                step = step.after(journal.get(length));
                assertThat(Drill.of(journal.subList(0, length + 1))).contains(step);
            }
        });
    }

    @Test
    void after_a_kill_at_any_event_the_next_start_undoes_everything_touched() {
        forEachSeed(300, seed -> {
            List<Entry> journal = new RandomDrill(seed).stage().run().entries();
            for (int length = 1; length <= journal.size(); length++) {
                Ledger cut = Ledger.of(journal.subList(0, length));
                if (cut.drill().phase().over()) {
                    continue;
                }
                cut.at(cut.now().plusSeconds(7)).add(new Interrupted("killed"));
                if (cut.drill().phase() != Phase.ENDING) {
                    cut.add(new EndDecided(EndCause.CRASH, "killed"));
                }

                Stage next = Stage.resume(cut, new Hand()).run();

                isOverWithNothingLeft(next.drill());
                assertThat(next.drill().phase()).isEqualTo(Phase.CLOSED);
            }
        });
    }

    @Test
    void a_killed_drill_is_never_evidence_unless_its_end_was_decided_before() {
        forEachSeed(100, seed -> {
            List<Entry> journal = new RandomDrill(seed).stage().run().entries();
            for (int length = 1; length <= journal.size(); length++) {
                Ledger cut = Ledger.of(journal.subList(0, length));
                if (cut.drill().phase() == Phase.ENDING || cut.drill().phase().over()) {
                    break;
                }
                cut.add(new Interrupted("killed"), new EndDecided(EndCause.CRASH, "killed"));

                assertThat(cut.drill().outcome()).isEqualTo(Outcome.ABORTED);
            }
        });
    }

    @Test
    void any_legal_list_of_events_can_be_carried_to_an_end() {
        forEachSeed(1000, seed -> {
            RandomDrill random = new RandomDrill(seed);
            Ledger ledger = Ledger.open(Plot.plot().changesPerFault(2));
            for (int i = 0; i < 60; i++) {
                ledger.at(ledger.now().plus(random.pause()));
                addIfLegal(ledger, random.event());
                Stamp now = Ledger.stamp(ledger.now());
                ledger.add(DrillRules.decide(ledger.drill(), random.signal(), now), Origin.DRILL);
                Outstanding.of(ledger.drill(), now.offset());
            }

            Stage end = Stage.resume(ledger, new Hand()).run();

            assertThat(end.outcome()).isNotNull();
            isOverWithNothingLeft(end.drill());
        });
    }

    @Test
    void between_now_and_the_next_wake_no_tick_decides_anything_and_nothing_becomes_outstanding() {
        forEachSeed(500, seed -> {
            RandomDrill random = new RandomDrill(seed);
            List<Entry> journal = random.stage().run().entries();
            for (int length = 1; length <= journal.size(); length++) {
                Drill drill = Drill.of(journal.subList(0, length)).orElseThrow();
                Duration now = drill.latest().offset();
                if (ticks(drill, now).isEmpty()) {
                    staysQuiet(drill, now, random);
                }
            }
        });
    }

    @Test
    void waking_only_when_asked_to_gives_the_same_journal_as_ticking_all_the_time() {
        forEachSeed(60, seed -> {
            List<Entry> woken = new RandomDrill(seed).stage().run().entries();

            List<Entry> ticked = new RandomDrill(seed)
                    .stage()
                    .ticking(Duration.ofMillis(100))
                    .run()
                    .entries();

            assertThat(woken).isEqualTo(ticked);
        });
    }

    @Test
    void no_debrief_makes_a_rescue_anything_else_or_an_invalid_or_aborted_drill_valid() {
        forEachSeed(300, seed -> {
            RandomDrill random = new RandomDrill(seed);
            Ledger closed = Ledger.of(random.stage().run().entries());
            if (closed.drill().phase() != Phase.CLOSED) {
                return;
            }
            Outcome before = closed.drill().outcome();

            Outcome after = closed.at("3h")
                    .add(new DrillEvent.Debriefed(random.debrief()))
                    .drill()
                    .outcome();

            if (before == Outcome.RESCUED || !before.valid()) {
                assertThat(after).isEqualTo(before);
            }
            assertThat(after.valid()).isEqualTo(before.valid());
            assertThat(Evidence.of(closed.drill()).worth()).isEqualTo(Evidence.Worth.REHEARSAL);
        });
    }

    private static void staysQuiet(Drill drill, Duration now, RandomDrill random) {
        Duration wake = DrillRules.nextWake(drill, now).orElse(now.plusDays(1));
        assertThat(wake).isGreaterThan(now);
        List<Action> outstanding = Outstanding.of(drill, now);
        List<Duration> between = List.of(
                now.plusNanos(1), now.plus(wake.minus(now).dividedBy(2)), now.plus(random.pause()), wake.minusNanos(1));
        for (Duration moment : between) {
            if (moment.compareTo(now) > 0 && moment.compareTo(wake) < 0) {
                assertThat(ticks(drill, moment)).isEmpty();
                assertThat(Outstanding.of(drill, moment)).isEqualTo(outstanding);
            }
        }
    }

    private static List<DrillEvent> ticks(Drill drill, Duration now) {
        return DrillRules.decide(drill, new Signal.Tick(), Ledger.stamp(now));
    }

    private static void addIfLegal(Ledger ledger, DrillEvent event) {
        try {
            ledger.add(event);
        } catch (IllegalEvent _) {
            // that is what the law says; the next one may be legal
        }
    }
}
