package dev.understudy.drill;

import static dev.understudy.drill.Plot.plot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.DrillEvent.ChangeUndone;
import dev.understudy.drill.DrillEvent.Closed;
import dev.understudy.drill.DrillEvent.EndDecided;
import dev.understudy.drill.DrillEvent.FaultEnded;
import dev.understudy.drill.DrillEvent.FaultPlanned;
import dev.understudy.drill.DrillEvent.InjectionBegun;
import dev.understudy.drill.DrillEvent.RecordRemoved;
import dev.understudy.drill.DrillEvent.RecordWritten;
import dev.understudy.drill.DrillEvent.SteadyStateHeld;
import dev.understudy.probe.Quality;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which event may follow which state: the whole table in a file, and the promises behind it one by one. */
class LegalEventsTest {
    private static final EndDecided STOP = new EndDecided(EndCause.PERSON, "");

    private static boolean legal(Ledger state, DrillEvent event) {
        Ledger copy = Ledger.of(state.entries());
        try {
            copy.at("1m").add(event);
            return true;
        } catch (IllegalEvent _) {
            return false;
        }
    }

    @Test
    void illegal_pairs_of_state_and_event_cannot_be_written() {
        Map<String, Ledger> states = Samples.states();
        StringBuilder table = new StringBuilder("x = may follow, . = illegal\n\n");
        int column = 0;
        for (String state : states.keySet()) {
            table.append(String.valueOf((char) ('a' + column++)))
                    .append("  ")
                    .append(state)
                    .append('\n');
        }
        table.append("\n%-62s".formatted(""))
                .append("abcdefghijklmnopqrstuvwxyz", 0, column)
                .append('\n');
        for (DrillEvent event : Samples.events()) {
            table.append("%-62s".formatted(shown(event)));
            states.values().forEach(state -> table.append(legal(state, event) ? 'x' : '.'));
            table.append('\n');
        }

        Golden.check("legal-events.txt", table.toString());
    }

    @Test
    void the_table_knows_every_event() {
        assertThat(Samples.events())
                .extracting(e -> (Object) e.getClass())
                .contains(Arrays.<Object>stream(DrillEvent.class.getPermittedSubclasses())
                        .toArray());
    }

    @Test
    void the_table_knows_every_phase() {
        assertThat(Samples.states().values()).extracting(l -> l.drill().phase()).contains(Phase.values());
    }

    @Test
    void nothing_is_injected_unless_its_inverse_is_written_down() {
        Plot two = plot().fault("lose", "0s").fault("slow", "5s");

        assertThat(legal(Drills.steady(two), new InjectionBegun("lose"))).isFalse();
        assertThat(legal(Drills.held(two), new InjectionBegun("slow"))).isFalse();
        assertThat(legal(Drills.in(two), new InjectionBegun("slow"))).isFalse();
    }

    @Test
    void the_record_is_not_written_before_steady_state_has_held() {
        assertThat(legal(Drills.opened(plot()), new RecordWritten("lose", Ledger.OPENED)))
                .isFalse();
    }

    @Test
    void steady_state_counts_only_when_every_fault_is_planned() {
        Ledger unplanned = Ledger.of(Drills.opened(plot()).entries().stream()
                .filter(e -> !(e.event() instanceof FaultPlanned))
                .toList());

        assertThat(legal(unplanned, new SteadyStateHeld())).isFalse();
    }

    @Test
    void what_the_record_holds_is_not_planned_anew() {
        assertThat(legal(Drills.steady(plot()), new FaultPlanned("lose", List.of(), 0, 0)))
                .isFalse();
    }

    @Test
    void a_change_is_undone_only_when_its_fault_is_over() {
        ChangeUndone undone = new ChangeUndone("lose", 0, UndoResult.UNDONE, null, "");

        assertThat(legal(Drills.running(plot()), undone)).isFalse();
        assertThat(legal(Drills.running(plot()).add(new FaultEnded("lose")), undone))
                .isTrue();
        assertThat(legal(Drills.running(plot()).add(STOP), undone)).isTrue();
    }

    @Test
    void a_change_is_answered_for_once_unless_its_undo_failed() {
        Ledger ending = Drills.running(plot()).add(STOP);
        ChangeUndone undone = new ChangeUndone("lose", 0, UndoResult.UNDONE, null, "");
        ChangeUndone failed = new ChangeUndone("lose", 0, UndoResult.FAILED, null, "");

        assertThat(legal(Ledger.of(ending.entries()).add(undone), failed)).isFalse();
        assertThat(legal(Ledger.of(ending.entries()).add(failed), undone)).isTrue();
    }

    @Test
    void a_recovery_is_not_written_after_an_undo_of_ours() {
        Ledger ended = Drills.running(plot()).at("15s").add(new FaultEnded("lose"));

        assertThat(legal(ended, Drills.RECOVERY)).isFalse();
    }

    @Test
    void a_recovery_is_not_written_without_an_impact() {
        assertThat(legal(Drills.in(plot()), Drills.RECOVERY)).isFalse();
    }

    @Test
    void the_record_is_not_removed_while_something_is_to_be_undone() {
        assertThat(legal(Drills.running(plot()).add(STOP), new RecordRemoved())).isFalse();
    }

    @Test
    void a_drill_does_not_close_while_something_may_be_in_the_cluster_or_somebody_is_out() {
        Closed closed = new Closed(Outcome.ABORTED, List.of());

        assertThat(legal(Drills.running(plot()).add(STOP), closed)).isFalse();
        assertThat(legal(Drills.steady(plot()).add(STOP), closed)).isFalse();
        assertThat(legal(Drills.opened(plot()).add(STOP), closed)).isFalse();
        assertThat(legal(Drills.opened(plot()).add(STOP, new DrillEvent.ExclusionLifted("ana")), closed))
                .isTrue();
    }

    @Test
    void an_event_of_an_unknown_fault_is_illegal() {
        assertThat(legal(Drills.held(plot()), new InjectionBegun("nobody's"))).isFalse();
    }

    @Test
    void entries_are_numbered_without_gaps() {
        Drill drill = Drills.opened(plot()).drill();
        Entry gap = new Entry(drill.length() + 1, drill.latest(), Origin.DRILL, new DrillEvent.Noted(""));

        assertThatThrownBy(() -> drill.after(gap)).isInstanceOf(IllegalEvent.class);
    }

    @Test
    void a_drill_begins_with_being_opened() {
        Entry first = new Entry(0, Ledger.stamp(Plot.s("0s")), Origin.DRILL, new DrillEvent.Noted(""));

        assertThatThrownBy(() -> Drill.of(List.of(first))).isInstanceOf(IllegalEvent.class);
        assertThat(Drill.of(List.of())).isEmpty();
    }

    @Test
    void an_illegal_event_says_what_cannot_happen_when_and_why() {
        Ledger held = Drills.held(plot());

        assertThatThrownBy(() -> held.add(new RecordRemoved()))
                .isInstanceOf(IllegalEvent.class)
                .hasMessageContaining("RecordRemoved")
                .hasMessageContaining("HELD");
    }

    private static String shown(DrillEvent event) {
        return switch (event) {
            case DrillEvent.ExclusionArmed e -> "ExclusionArmed " + e.responder();
            case DrillEvent.ExclusionLifted e -> "ExclusionLifted " + e.responder();
            case ChangeUndone e -> "ChangeUndone " + e.index();
            case DrillEvent.ProbeTurned e -> "ProbeTurned " + (e.reading().quality() == Quality.BAD ? "bad" : "");
            default -> event.getClass().getSimpleName();
        };
    }
}
