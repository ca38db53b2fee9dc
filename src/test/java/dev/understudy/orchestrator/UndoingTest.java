package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.FaultState;
import dev.understudy.drill.Signal;
import dev.understudy.probe.ProbeWay;
import dev.understudy.scenario.language.Cast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long an undo that fails is tried again. */
class UndoingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong();
    private final List<Signal> answers = new ArrayList<>();
    private int tries;

    @Test
    void a_refused_undo_is_tried_again_a_few_times_and_not_until_patience_ends() {
        undo(1, new Failing(false, Duration.ZERO));

        assertThat(tries).isEqualTo(4);
        assertThat(answers).hasSize(1);
    }

    @Test
    void a_server_that_is_away_costs_the_patience_once_and_not_for_every_change() {
        undo(5, new Failing(true, PATIENCE));

        assertThat(tries).isEqualTo(5);
        assertThat(answers).hasSize(5);
    }

    private void undo(int changes, ChangeWriter writer) {
        List<Change> all = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            all.add(new Change.Create(new ObjectRef(ResourceType.CONFIG_MAP, "shop", "made-" + i), Map.of(), "m"));
        }
        Briefing briefing = briefing();
        FaultState fault = new FaultState(
                briefing.faults().getFirst(), FaultState.Progress.IN, all, 0, null, false, Map.of(), NONE);
        new Undoing(writer, Map.of(), nanos::get, PATIENCE)
                .undo(List.of(fault), briefing, (signal, _) -> answers.add(signal));
    }

    private static final FaultState.Rounds NONE = new FaultState.Rounds(0, 0, null);

    private static Briefing briefing() {
        Cast cast = Theatre.cast();
        return Briefings.of(
                "drill",
                cast.scenario(),
                cast.roster(),
                new Briefing.Stage("c", "uid", "shop", "Deployment shop/web", true, true, ProbeWay.API_SERVER),
                1);
    }

    /** Fails, and lets time pass. */
    private final class Failing implements ChangeWriter {
        private final boolean passing;
        private final Duration takes;

        Failing(boolean passing, Duration takes) {
            this.passing = passing;
            this.takes = takes;
        }

        @Override
        public Change preview(Change change, String manager) {
            return change;
        }

        @Override
        public Applied apply(Change change, String manager) {
            return new Applied.Made(change);
        }

        @Override
        public Undone undo(Change change, String manager) {
            tries++;
            nanos.addAndGet(takes.toNanos());
            return new Undone(change, UndoResult.FAILED, null, "no", passing);
        }
    }
}
