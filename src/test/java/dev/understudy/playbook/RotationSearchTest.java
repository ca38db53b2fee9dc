package dev.understudy.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.playbook.RotationCourse.Seat;
import dev.understudy.playbook.RotationSearch.Found;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The best plan, or a good one that does not claim to be the best. */
class RotationSearchTest {
    @ParameterizedTest
    @CsvSource({
        "1,4,3,40",
        "2,4,2,40",
        "3,3,3,150",
        "4,4,3,60",
        "5,4,2,30",
        "4,6,2,15",
        "5,5,2,10",
        "6,3,3,10",
        "8,3,1,10",
        "7,7,1,4",
        "8,8,1,1"
    })
    void a_plan_that_calls_itself_exact_is_the_best_of_all_plans(int slots, int jobs, int people, int seeds) {
        for (int seed = 0; seed < seeds; seed++) {
            RotationProblem problem = SmallRotations.of(seed, slots, jobs, people);

            Found found = new RotationSearch(problem, RotationSearch.STEPS).run();

            assertThat(found.exact()).as("seed " + seed).isTrue();
            assertThat(found.course().score()).as("seed " + seed).isEqualTo(new EveryRotation(problem).best());
        }
    }

    @Test
    void the_same_problem_always_has_the_same_plan() {
        for (int seed = 0; seed < 20; seed++) {
            List<Seat> once = new RotationSearch(SmallRotations.of(seed, 10, 8, 4), 5_000)
                    .run()
                    .course()
                    .held();

            assertThat(new RotationSearch(SmallRotations.of(seed, 10, 8, 4), 5_000)
                            .run()
                            .course()
                            .held())
                    .isEqualTo(once);
        }
    }

    @Test
    void a_plan_that_was_not_proven_best_says_so_and_still_keeps_every_rule() {
        RotationProblem problem = SmallRotations.of(7, 26, 18, 12);

        Found found = new RotationSearch(problem, 1_000).run();

        assertThat(found.exact()).isFalse();
        assertThat(found.steps()).isEqualTo(1_000);
        assertThat(RotationChoice.unfold(problem, RotationChoice.of(found.course())))
                .isPresent();
        assertThat(found.course().held()).isNotEmpty();
    }

    @Test
    void nothing_to_plan_is_planned_at_once() {
        Found found = new RotationSearch(SmallRotations.of(1, 5, 0, 2), RotationSearch.STEPS).run();

        assertThat(found.exact()).isTrue();
        assertThat(found.course().held()).isEmpty();
    }
}
