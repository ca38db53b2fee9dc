package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.guard.Refusal;
import dev.understudy.journal.Halt;
import dev.understudy.journal.Halts;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.language.Cast;
import dev.understudy.schedule.Blackout;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why no drill at all may begin; this one may last for its deadline of 30 s and twice its 50 ms of steady state. */
class StandstillTest {
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    @Test
    void no_drill_begins_during_a_blackout_and_the_refusal_names_its_end() {
        assertThat(refusals(NOW.minusSeconds(60), NOW.plusSeconds(3600)))
                .containsExactly(
                        "not injecting: this is blackout 'sale', until 2026-11-27T10:00:00Z; run it after that");
    }

    @Test
    void no_drill_begins_whose_deadline_would_reach_into_a_blackout() {
        assertThat(refusals(NOW.plusSeconds(30), NOW.plusSeconds(3600)))
                .containsExactly("not injecting: the drill may last until 2026-11-27T09:02:00.150Z, and blackout 'sale'"
                        + " begins at 2026-11-27T09:00:30Z; run it after 2026-11-27T10:00:00Z, or shorten"
                        + " guardrails.deadline");
    }

    @Test
    void a_drill_begins_that_is_over_before_a_blackout_or_comes_after_it() {
        assertThat(refusals(NOW.plusSeconds(121), NOW.plusSeconds(3600))).isEmpty();
        assertThat(refusals(NOW.minusSeconds(60), NOW)).isEmpty();
    }

    @Test
    void no_drill_begins_during_a_halt_and_the_refusal_names_who_and_when_and_why() {
        Halts halted = new Halts() {
            @Override
            public Optional<Halt> current() {
                return Optional.of(new Halt(NOW, "fay", "the auditors are here"));
            }

            @Override
            public Halt halt(Halt wanted) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Halt> resume(String who, Instant at) {
                throw new UnsupportedOperationException();
            }
        };

        assertThat(Standstill.refusals(casting(List.of()), NOW, halted))
                .extracting(Refusal::toString)
                .containsExactly("not injecting: drills are halted since 2026-11-27T09:00:00Z by fay: the auditors are"
                        + " here; 'understudy resume' lets them run again");
    }

    private static List<String> refusals(Instant from, Instant to) {
        return Standstill.refusals(casting(List.of(new Blackout.Once("sale", from, to))), NOW, Halts.NEVER).stream()
                .map(Refusal::toString)
                .toList();
    }

    private static Casting casting(List<Blackout> blackouts) {
        Cast cast = Theatre.cast();
        Roster roster = cast.roster();
        return new Casting(
                cast.scenario(),
                new Roster(
                        roster.name(),
                        roster.responders(),
                        roster.teams(),
                        roster.services(),
                        roster.incidentClasses(),
                        blackouts),
                null);
    }
}
