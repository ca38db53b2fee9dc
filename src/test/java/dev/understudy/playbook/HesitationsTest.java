package dev.understudy.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Outcome;
import dev.understudy.independence.DrillResult.Signs;
import dev.understudy.playbook.IndependenceCheck.Hesitation;
import dev.understudy.playbook.IndependenceCheck.Sign;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a team hesitated. */
class HesitationsTest {
    @Test
    void a_pause_is_long_by_the_teams_own_median() {
        Hesitation found = only(new Shop()
                .drilled(
                        Drilled.on("2026-09-01").firstAction(Duration.ofMinutes(2)),
                        Drilled.on("2026-09-08").firstAction(Duration.ofMinutes(3)),
                        Drilled.on("2026-09-15").firstAction(Duration.ofMinutes(6)),
                        Drilled.on("2026-09-22").firstAction(Duration.ofSeconds(361))));

        assertThat(found.usual()).isEqualTo(Duration.ofMinutes(3));
        assertThat(found.limit()).isEqualTo(Duration.ofMinutes(6));
        assertThat(found.signs()).extracting(Sign::drill).containsExactly("d-2026-09-22");
        assertThat(found.signs().getFirst().found())
                .isEqualTo("6m1s from acknowledgement to the first action; the limit is 6m");
    }

    @Test
    void before_there_is_a_median_the_limit_is_five_minutes() {
        Hesitation found = only(new Shop().drilled(Drilled.on("2026-09-01").firstAction(Duration.ofMinutes(6))));

        assertThat(found.usual()).isNull();
        assertThat(found.limit()).isEqualTo(Duration.ofMinutes(5));
        assertThat(found.signs()).extracting(Sign::kind).containsExactly(Sign.Kind.LONG_PAUSE);
    }

    @Test
    void hints_and_being_handed_on_and_no_action_at_all_are_signs() {
        Signs signs = new Signs(true, false, false, false, false, false, List.of(1, 2), List.of(), 2);
        Hesitation found = only(new Shop()
                .drilled(Drilled.on("2026-09-01").signs(signs).firstAction(null).ended(Outcome.NOT_RECOVERED)));

        assertThat(found.signs())
                .extracting(Sign::found)
                .containsExactly(
                        "acknowledged, and nobody of the team changed anything",
                        "2 hints, of level 1 and 2",
                        "2 more people took it");
    }

    @Test
    void a_system_that_healed_by_itself_left_nothing_to_hesitate_about() {
        Hesitation found = only(
                new Shop().drilled(Drilled.on("2026-09-01").firstAction(null).ended(Outcome.SELF_HEALED)));

        assertThat(found.signs()).isEmpty();
    }

    private static Hesitation only(Shop shop) {
        List<Hesitation> found = shop.playbook().independenceCheck().hesitations();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
