package dev.understudy.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Outcome;
import dev.understudy.playbook.TransferPlan.Capability;
import dev.understudy.playbook.TransferPlan.NextStep;
import dev.understudy.playbook.TransferPlan.Shown;
import dev.understudy.playbook.TransferPlan.Standing;
import dev.understudy.scenario.Participants.HeroRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From watching to leading alone, as drills show it. */
class TransferPlanTest {
    @Test
    void climbs_from_taking_part_over_support_to_leading_alone() {
        assertThat(standing(new Shop(), "bo").rung()).isEqualTo(Rung.NOT_YET);
        assertThat(standing(new Shop().drilled(Drilled.on("2026-10-01").led("cem", "cem", "bo")), "bo")
                        .rung())
                .isEqualTo(Rung.SHADOWED);
        assertThat(standing(new Shop().drilled(Drilled.on("2026-10-01").hero(HeroRole.SUPPORTING)), "bo")
                        .rung())
                .isEqualTo(Rung.LEADS_WITH_SUPPORT);
        assertThat(standing(new Shop().drilled(Drilled.on("2026-10-01").hints(1)), "bo")
                        .rung())
                .isEqualTo(Rung.LEADS_WITH_SUPPORT);
        assertThat(standing(new Shop().drilled(Drilled.on("2026-10-01")), "bo").rung())
                .isEqualTo(Rung.LEADS_ALONE);
    }

    @Test
    void a_drill_that_did_not_recover_in_time_shows_nobody_leading_alone() {
        for (Outcome outcome : Outcome.values()) {
            Rung rung = standing(new Shop().drilled(Drilled.on("2026-10-01").ended(outcome)), "bo")
                    .rung();

            assertThat(rung == Rung.LEADS_ALONE).as(outcome.word()).isEqualTo(outcome == Outcome.RECOVERED);
        }
    }

    @Test
    void a_drill_from_which_nobody_was_excluded_shows_nobody_leading_alone() {
        Standing bo = standing(new Shop().drilled(Drilled.on("2026-10-01").without()), "bo");

        assertThat(bo.rung()).isEqualTo(Rung.LEADS_WITH_SUPPORT);
    }

    @Test
    void says_when_the_rotation_has_somebody_take_part_and_when_it_has_not() {
        Playbook playbook = new Shop().quarter();
        RotationPlan.PlannedDrill first = playbook.rotationPlan().drills().getFirst();

        List<Standing> people = playbook.transferPlan().capabilities().stream()
                .filter(c -> c.service().equals(first.need().service())
                        && c.incidentClass().equals(first.need().incidentClass()))
                .findFirst()
                .orElseThrow()
                .people();

        assertThat(people).anySatisfy(lead -> {
            assertThat(lead.responder()).isEqualTo(first.lead());
            assertThat(lead.planned()).isEqualTo(first.day());
        });
        assertThat(new Shop().playbook().transferPlan().capabilities())
                .as("with room for two drills only")
                .flatExtracting(Capability::people)
                .anyMatch(somebody -> somebody.planned() == null);
    }

    @Test
    void a_rehearsal_shows_nothing_unless_it_was_asked_for() {
        Drilled rehearsal = Drilled.on("2026-10-01").rehearsed();

        assertThat(standing(new Shop().drilled(rehearsal), "bo").rung()).isEqualTo(Rung.NOT_YET);
        assertThat(standing(new Shop().drilled(rehearsal).withRehearsals(), "bo")
                        .rung())
                .isEqualTo(Rung.LEADS_ALONE);
    }

    @Test
    void names_the_drills_that_show_it_and_the_next_step_on_a_scenario_of_the_library() {
        Standing bo = standing(
                new Shop()
                        .drilled(
                                Drilled.on("2026-10-01").led("cem", "cem", "bo"),
                                Drilled.on("2026-10-08").hints(1)),
                "bo");

        assertThat(bo.shown()).extracting(Shown::drill).containsExactly("d-2026-10-01", "d-2026-10-08");
        assertThat(bo.next())
                .isEqualTo(new NextStep(
                        Rung.LEADS_ALONE, "cache-loss", "Lead 'cache-loss' without ana and without hints."));
    }

    @Test
    void whoever_led_alone_too_long_ago_leads_again() {
        assertThat(standing(new Shop().drilled(Drilled.on("2026-10-01")), "bo").next())
                .isNull();
        assertThat(standing(new Shop().drilled(Drilled.on("2026-02-01")), "bo").next())
                .extracting(NextStep::text)
                .isEqualTo("Lead 'cache-loss' alone again: the last time is more than 180 days ago.");
    }

    @Test
    void lists_the_people_of_the_team_by_name_without_the_excluded_and_without_robots() {
        assertThat(capability(new Shop()).people())
                .extracting(Standing::responder)
                .containsExactly("bo", "cem", "dia");
    }

    @Test
    void somebody_whom_one_scenario_excludes_may_still_learn_another() {
        Shop shop = new Shop()
                .library(
                        Shop.scenario("one", "checkout", "cache-loss", "ana"),
                        Shop.scenario("two", "checkout", "cache-loss", "bo"));

        assertThat(capability(shop).people())
                .extracting(Standing::responder)
                .containsExactly("ana", "bo", "cem", "dia");
        assertThat(standing(shop, "bo").next()).extracting(NextStep::scenario).isEqualTo("one");
    }

    private static Capability capability(Shop shop) {
        return shop.playbook().transferPlan().capabilities().stream()
                .filter(c -> c.service().equals("checkout") && c.incidentClass().equals("cache-loss"))
                .findFirst()
                .orElseThrow();
    }

    private static Standing standing(Shop shop, String person) {
        return capability(shop).people().stream()
                .filter(s -> s.responder().equals(person))
                .findFirst()
                .orElseThrow();
    }
}
