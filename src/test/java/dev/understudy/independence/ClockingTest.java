package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.understudy.drill.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How long drills are drawn as watched, and against which objective. */
class ClockingTest {
    private static final DrillResult STOPPED =
            ADrill.that("stopped", Outcome.NOT_RECOVERED).stoppedAfter(20).result();
    private static final DrillResult MISSED =
            ADrill.that("missed", Outcome.NOT_RECOVERED).took(44, false).result();

    @Test
    void a_fail_that_was_stopped_before_the_deadline_was_watched_no_longer_than_it_ran() {
        ScenarioTimes times = times(STOPPED, MISSED);

        assertThat(Objects.requireNonNull(times.stages().getLast().without()).steps())
                .extracting(SurvivalCurve.Step::at, SurvivalCurve.Step::happened, SurvivalCurve.Step::censored)
                .containsExactly(tuple(Duration.ofMinutes(20), 0, 1), tuple(Duration.ofMinutes(45), 0, 1));
    }

    @Test
    void each_clock_is_held_against_the_scenarios_objective_for_it() {
        assertThat(times(MISSED).stages())
                .extracting(s -> s.clock().word(), ScenarioTimes.Stage::objective)
                .containsExactly(
                        tuple("detect", Duration.ofMinutes(1)),
                        tuple("acknowledge", Duration.ofMinutes(5)),
                        tuple("recover", Duration.ofMinutes(15)));
    }

    private static ScenarioTimes times(DrillResult... drills) {
        return Assessor.assess(Checked.question(List.of(drills), List.of(), null))
                .services()
                .getFirst()
                .times()
                .getFirst();
    }
}
