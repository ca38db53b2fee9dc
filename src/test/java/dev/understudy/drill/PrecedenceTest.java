package dev.understudy.drill;

import static dev.understudy.drill.Plot.plot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.DrillEvent.Acknowledged;
import dev.understudy.drill.DrillEvent.Breached;
import dev.understudy.drill.DrillEvent.ChangeSeen;
import dev.understudy.drill.DrillEvent.Detected;
import dev.understudy.drill.DrillEvent.EndDecided;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.BreachKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every combination of what decides an outcome, against the table of the law read row by row. */
class PrecedenceTest {
    /** One drill's facts. */
    record Facts(
            EndCause cause,
            @Nullable BreachKind breach,
            boolean recovered,
            Actor.@Nullable Kind writer,
            boolean acknowledged,
            boolean inTime,
            boolean endedInTime) {
        Drill drill() {
            String objective = inTime ? "8s" : "7s";
            Ledger ledger =
                    Drills.running(plot().objectives("2m", "5m", objective)).at("13s");
            ledger.add(new Detected("CheckoutDown", null));
            if (acknowledged) {
                ledger.add(new Acknowledged("bo", null));
            }
            if (breach != null) {
                ledger.add(new Breached("ana", breach, "", null));
            }
            if (writer != null) {
                ledger.add(new ChangeSeen(new Actor(writer, "somebody"), "patch", "x", null));
            }
            ledger.at(endedInTime ? "14s" : "25s");
            if (recovered) {
                ledger.add(Drills.RECOVERY);
            }
            return ledger.add(new EndDecided(cause, "")).drill();
        }

        /** The rows of the table that are true of these facts. */
        Set<Outcome> rows() {
            Set<Outcome> rows = EnumSet.noneOf(Outcome.class);
            boolean stoppedTooLate = !endedInTime
                    && Set.of(EndCause.GUARDRAIL, EndCause.PERSON, EndCause.SIGNAL)
                            .contains(cause);
            boolean people = writer != null && writer != Actor.Kind.AUTOMATION && writer != Actor.Kind.UNDERSTUDY;
            add(rows, Outcome.INVALID, cause.kind() == EndCause.Kind.INVALID);
            add(rows, Outcome.ABORTED, cause.kind() == EndCause.Kind.ABORTED && !stoppedTooLate);
            add(rows, Outcome.RESCUED, breach == BreachKind.ADVISED || breach == BreachKind.ACTED);
            add(rows, Outcome.NOT_RECOVERED, !recovered && cause != EndCause.NO_IMPACT_EXPECTED);
            add(rows, Outcome.SELF_HEALED, cause == EndCause.NO_IMPACT_EXPECTED || (recovered && inTime && !people));
            add(rows, Outcome.RECOVERED, recovered && inTime && acknowledged);
            add(rows, Outcome.RECOVERED_LATE, recovered && !(inTime && acknowledged));
            return rows;
        }

        private static void add(Set<Outcome> rows, Outcome row, boolean holds) {
            if (holds) {
                rows.add(row);
            }
        }
    }

    private static List<Facts> all() {
        List<@Nullable BreachKind> breaches = new ArrayList<>(List.of(BreachKind.values()));
        breaches.add(null);
        List<Actor.@Nullable Kind> writers = new ArrayList<>(List.of(Actor.Kind.values()));
        writers.add(null);
        List<Facts> all = new ArrayList<>();
        for (EndCause cause : EndCause.values()) {
            for (@Nullable BreachKind breach : breaches) {
                for (Actor.@Nullable Kind writer : writers) {
                    for (int bits = 0; bits < 16; bits++) {
                        all.add(new Facts(
                                cause,
                                breach,
                                (bits & 1) != 0,
                                writer,
                                (bits & 2) != 0,
                                (bits & 4) != 0,
                                (bits & 8) != 0));
                    }
                }
            }
        }
        return all;
    }

    @Test
    void the_first_row_that_matches_wins() {
        for (Facts facts : all()) {
            Outcome outcome = facts.drill().outcome();

            assertThat(outcome)
                    .as("%s", facts)
                    .isEqualTo(facts.rows().iterator().next());
        }
    }

    @Test
    void every_pair_of_rows_that_can_both_be_true_was_tried() {
        Map<Outcome, Set<Outcome>> beaten = new EnumMap<>(Outcome.class);

        for (Facts facts : all()) {
            Set<Outcome> rows = facts.rows();
            beaten.computeIfAbsent(rows.iterator().next(), _ -> EnumSet.noneOf(Outcome.class))
                    .addAll(rows);
        }

        assertThat(beaten.get(Outcome.INVALID)).containsAll(EnumSet.complementOf(EnumSet.of(Outcome.ABORTED)));
        assertThat(beaten.get(Outcome.ABORTED)).containsAll(EnumSet.range(Outcome.RESCUED, Outcome.RECOVERED_LATE));
        assertThat(beaten.get(Outcome.RESCUED))
                .containsAll(EnumSet.range(Outcome.NOT_RECOVERED, Outcome.RECOVERED_LATE));
        assertThat(beaten.get(Outcome.SELF_HEALED)).contains(Outcome.RECOVERED, Outcome.RECOVERED_LATE);
    }
}
