package dev.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Briefing;
import dev.understudy.drill.DrillEvent;
import dev.understudy.probe.Quality;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final Briefing BRIEFING = Briefings.real().briefing();

    @Test
    void a_drill_that_reached_nothing_else_is_contained() {
        Spread spread = surveyed().report().spread();

        assertThat(spread.state()).isEqualTo("contained");
        assertThat(spread.sentence()).isEqualTo("3 workloads watched beside the target: contained.");
    }

    @Test
    void a_journal_in_which_nobody_watched_is_not_measured_and_never_contained() {
        Spread spread = DrillStory.injected(BRIEFING).broken().report().spread();

        assertThat(spread.state()).isEqualTo("not-measured");
    }

    @Test
    void says_what_was_reached_for_how_long_and_what_still_is() {
        Spread spread = surveyed()
                .reaches(1000, "storefront")
                .reaches(2000, "orders")
                .lets(13_000, "storefront")
                .report()
                .spread();

        assertThat(spread.words()).isEqualTo("cascaded to storefront (12s), orders (still)");
    }

    @Test
    void times_of_a_workload_that_was_lost_twice_add_up() {
        Spread spread = surveyed()
                .reaches(1000, "orders")
                .lets(3000, "orders")
                .reaches(10_000, "orders")
                .lets(15_000, "orders")
                .report()
                .spread();

        assertThat(spread.reached()).singleElement().satisfies(orders -> {
            assertThat(orders.at()).isEqualTo(Duration.ofSeconds(1));
            assertThat(orders.lasted()).isEqualTo(Duration.ofSeconds(7));
        });
    }

    @Test
    void a_probe_that_must_stay_good_and_failed_was_reached() {
        Spread spread = surveyed()
                .reads(2000, Briefings.GUARD, Quality.BAD, "503 instead of 200")
                .reads(5000, Briefings.GUARD, Quality.GOOD, "answers 200")
                .report()
                .spread();

        assertThat(spread.words()).isEqualTo("cascaded to probe '" + Briefings.GUARD + "' (3s)");
    }

    @Test
    void probes_of_steady_state_are_meant_to_fail() {
        assertThat(surveyed().broken().report().spread().state()).isEqualTo("contained");
    }

    @Test
    void after_an_interruption_nobody_claims_to_have_seen_the_end() {
        Spread spread = surveyed()
                .reaches(1000, "orders")
                .at(2000, new DrillEvent.Interrupted("killed"))
                .report()
                .spread();

        assertThat(spread.words()).isEqualTo("cascaded to orders (end not seen)");
        assertThat(surveyed()
                        .at(2000, new DrillEvent.Interrupted("killed"))
                        .report()
                        .spread()
                        .words())
                .isEqualTo("contained, as far as it was watched");
    }

    private static DrillStory surveyed() {
        return DrillStory.injected(BRIEFING).surveyed();
    }
}
