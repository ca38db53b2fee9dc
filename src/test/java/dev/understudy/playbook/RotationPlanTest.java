package dev.understudy.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.debrief.ActionItem;
import dev.understudy.drill.Outcome;
import dev.understudy.playbook.RotationPlan.Leads;
import dev.understudy.playbook.RotationPlan.Mode;
import dev.understudy.playbook.RotationPlan.PassedOver;
import dev.understudy.playbook.RotationPlan.PlannedDrill;
import dev.understudy.playbook.RotationPlan.Unplanned;
import dev.understudy.roster.Days;
import dev.understudy.roster.Specialty;
import dev.understudy.schedule.Blackout;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who leads which drill when, and the rules that this never breaks. */
class RotationPlanTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-23");

    @Test
    void covers_thirteen_weeks_from_the_coming_monday() {
        RotationPlan plan = new Shop().quarter().rotationPlan();

        assertThat(plan.from()).isEqualTo(FIRST);
        assertThat(FIRST.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(plan.to()).isEqualTo(FIRST.plusWeeks(13).minusDays(1));
        assertThat(plan.drills()).isNotEmpty().allSatisfy(drill -> {
            assertThat(drill.day()).isBetween(plan.from(), plan.to());
            assertThat(drill.from()).isEqualTo(drill.day().atTime(13, 0).toInstant(ZoneOffset.UTC));
        });
    }

    @Test
    void an_excluded_person_never_leads_and_never_watches() {
        RotationPlan plan = new Shop().quarter().rotationPlan();

        assertThat(plan.drills()).isNotEmpty().allSatisfy(drill -> {
            assertThat(drill.excluded()).containsExactly("ana");
            assertThat(drill.excluded()).doesNotContain(drill.lead(), drill.observer(), drill.shadow());
        });
    }

    @Test
    void nobody_leads_or_takes_part_on_leave_or_on_call() {
        Days winter = new Days(FIRST.plusWeeks(2), FIRST.plusWeeks(8), "a long journey");
        Days duty = new Days(FIRST, FIRST.plusWeeks(1), null);
        RotationPlan plan =
                new Shop().away("bo", winter).onCall("cem", duty).quarter().rotationPlan();

        assertThat(plan.drills()).isNotEmpty().allSatisfy(drill -> {
            if (winter.hold(drill.day())) {
                assertThat("bo").isNotIn(drill.lead(), drill.observer(), drill.shadow());
            }
            if (duty.hold(drill.day())) {
                assertThat("cem").isNotIn(drill.lead(), drill.observer(), drill.shadow());
            }
        });
        assertThat(plan.drills())
                .flatExtracting(PlannedDrill::others)
                .contains(new PassedOver("bo", "not free that day", true))
                .extracting(PassedOver::because)
                .noneMatch(because -> because.contains("journey") || because.contains("2027-01-18"));
    }

    @Test
    void no_drill_is_held_in_a_blackout() {
        Blackout freeze = new Blackout.Once(
                "year end", Instant.parse("2026-12-15T00:00:00Z"), Instant.parse("2027-01-04T00:00:00Z"));
        Blackout lunch = new Blackout.Weekly(
                "thursday", Set.of(DayOfWeek.THURSDAY), LocalTime.of(14, 59), LocalTime.of(16, 0), ZoneOffset.UTC);
        RotationPlan plan =
                new Shop().blackout(freeze).blackout(lunch).quarter().rotationPlan();

        assertThat(plan.drills()).isNotEmpty().allSatisfy(drill -> {
            assertThat(drill.day())
                    .satisfiesAnyOf(
                            day -> assertThat(day).isBefore(LocalDate.parse("2026-12-15")),
                            day -> assertThat(day).isAfter(LocalDate.parse("2027-01-03")));
            assertThat(drill.day().getDayOfWeek()).isNotEqualTo(DayOfWeek.THURSDAY);
        });
        assertThat(plan.blocked()).extracting(RotationPlan.Blocked::blackout).contains("year end", "thursday");
    }

    @Test
    void nobody_leads_twice_within_two_weeks_and_no_service_is_drilled_twice_in_one() {
        RotationPlan plan = new Shop().quarter().rotationPlan();

        for (PlannedDrill a : plan.drills()) {
            for (PlannedDrill b : plan.drills()) {
                if (a != b && a.lead().equals(b.lead())) {
                    assertThat(Math.abs(a.week() - b.week())).isGreaterThanOrEqualTo(2);
                }
                if (a != b && a.need().service().equals(b.need().service())) {
                    assertThat(a.week()).isNotEqualTo(b.week());
                }
            }
        }
    }

    @Test
    void a_lead_of_the_week_before_the_plan_counts_for_the_rest() {
        RotationPlan plan = new Shop()
                .drilled(Drilled.on("2026-11-18").led("bo", "bo"))
                .quarter()
                .rotationPlan();

        assertThat(plan.drills())
                .filteredOn(d -> d.week() == 1)
                .isNotEmpty()
                .noneMatch(d -> d.lead().equals("bo"));
    }

    @Test
    void whoever_has_not_taken_part_leads_with_support_only() {
        RotationPlan plan = new Shop().quarter().rotationPlan();

        PlannedDrill first = plan.drills().getFirst();
        assertThat(first.mode()).isEqualTo(Mode.WITH_SUPPORT);
        assertThat(first.shadow()).isNotNull();
        assertThat(plan.drills())
                .filteredOn(d -> d.need().incidentClass().equals(first.need().incidentClass()))
                .filteredOn(d -> d.need().service().equals(first.need().service()))
                .filteredOn(d -> d.lead().equals(first.shadow()))
                .allMatch(d -> d.mode() == Mode.ALONE);
    }

    @Test
    void brings_two_people_per_service_to_lead_without_the_hero_where_that_can_be() {
        RotationPlan plan = new Shop().quarter().rotationPlan();

        assertThat(plan.leads()).extracting(Leads::service).containsExactly("checkout", "orders");
        assertThat(plan.leads()).allSatisfy(leads -> {
            assertThat(leads.before()).isEmpty();
            assertThat(leads.after()).hasSizeGreaterThanOrEqualTo(2).isSorted();
            assertThat(leads.enough()).isTrue();
        });
    }

    @Test
    void a_novice_is_watched_by_somebody_who_has_led_alone() {
        RotationPlan plan = new Shop()
                .drilled(
                        Drilled.on("2026-10-01").led("bo", "bo", "cem"),
                        Drilled.on("2026-10-20")
                                .of("bad-image", "checkout", "bad-deploy")
                                .led("bo", "bo", "dia"))
                .quarter()
                .rotationPlan();

        assertThat(plan.drills())
                .filteredOn(
                        d -> d.need().service().equals("checkout") && !d.lead().equals("bo"))
                .first()
                .satisfies(d -> assertThat(d.observer()).isEqualTo("bo"));
    }

    @Test
    void says_of_everybody_in_the_team_why_they_do_not_lead() {
        RotationPlan plan = new Shop().quarter().rotationPlan();

        assertThat(plan.drills()).allSatisfy(drill -> {
            assertThat(drill.why()).isNotBlank();
            assertThat(drill.others())
                    .extracting(PassedOver::responder)
                    .isSorted()
                    .doesNotContain(drill.lead());
            assertThat(drill.others())
                    .hasSize(3)
                    .allSatisfy(o -> assertThat(o.because()).isNotBlank());
            assertThat(drill.others()).contains(new PassedOver("ana", "excluded by the scenario", true));
        });
    }

    @Test
    void says_what_could_not_be_planned_and_why() {
        RotationPlan plan = new Shop()
                .library(Shop.scenario("cache-loss", "checkout", "cache-loss", "ana", "bo", "cem", "dia"))
                .quarter()
                .rotationPlan();

        assertThat(plan.drills()).isEmpty();
        assertThat(plan.unplanned())
                .extracting(Unplanned::because)
                .contains(
                        "Nobody of team payments but the excluded could lead it.",
                        "The library has no scenario of bad-deploy at checkout that excludes ana, bo, cem, and dia.");
    }

    @Test
    void a_drill_that_finds_no_free_day_says_who_is_kept_by_what() {
        Days always = new Days(FIRST, FIRST.plusWeeks(13), null);
        RotationPlan plan = new Shop()
                .away("bo", always)
                .away("cem", always)
                .onCall("dia", always)
                .quarter()
                .rotationPlan();

        assertThat(plan.drills()).isEmpty();
        assertThat(plan.unplanned())
                .extracting(Unplanned::because)
                .contains("On the 26 days left nobody may lead it: bo is not free (26), cem is not free (26),"
                        + " dia is not free (26).");
    }

    @Test
    void an_action_that_nobody_has_seen_again_asks_for_its_drill() {
        ActionItem action =
                new ActionItem("Alert on cache hits", "bo", LocalDate.parse("2026-12-01"), false, false, null, null);
        RotationPlan plan = new Shop()
                .drilled(Drilled.on("2026-11-01").decided(action))
                .quarter()
                .rotationPlan();

        assertThat(plan.drills())
                .flatExtracting(d -> d.need().reasons())
                .contains("re-tests 'Alert on cache hits' once it is done, due 2026-12-01");
    }

    @Test
    void an_action_is_never_retested_before_it_is_due() {
        LocalDate due = LocalDate.parse("2027-01-22");
        RotationPlan plan = new Shop()
                .drilled(Drilled.on("2026-11-01")
                        .decided(new ActionItem("Alert on hits", "bo", due, true, false, null, null)))
                .quarter()
                .rotationPlan();

        assertThat(plan.drills())
                .filteredOn(d -> d.need().reasons().toString().contains("re-tests 'Alert on hits'"))
                .singleElement()
                .satisfies(d -> assertThat(d.day()).isAfterOrEqualTo(due));
        assertThat(plan.drills())
                .filteredOn(d -> d.need().service().equals("checkout"))
                .first()
                .satisfies(d -> assertThat(d.day()).isBefore(due));
    }

    @Test
    void an_action_that_is_due_after_the_plan_waits_for_the_next() {
        LocalDate due = FIRST.plusWeeks(14);
        RotationPlan plan = new Shop()
                .drilled(Drilled.on("2026-11-01")
                        .decided(new ActionItem("Alert on hits", "bo", due, true, false, null, null)))
                .quarter()
                .rotationPlan();

        assertThat(plan.unplanned())
                .extracting(Unplanned::because)
                .contains("What it re-tests is due after the plan ends.");
    }

    @Test
    void a_hopeless_service_asks_for_what_the_quarter_holds_and_says_how_much_more_it_needs() {
        Shop shop = new Shop();
        for (int day = 1; day <= 9; day++) {
            shop.drilled(Drilled.on("2026-10-0" + day).ended(Outcome.NOT_RECOVERED));
        }

        RotationPlan plan = shop.quarter().rotationPlan();

        assertThat(plan.unplanned()).noneMatch(u -> u.need().service().equals("checkout"));
        assertThat(plan.drills())
                .filteredOn(d -> d.need().service().equals("checkout"))
                .extracting(d -> d.need().incidentClass())
                .containsExactlyInAnyOrder("bad-deploy", "bad-deploy", "cache-loss", "cache-loss");
        assertThat(plan.later())
                .filteredOn(l -> l.service().equals("checkout"))
                .singleElement()
                .satisfies(l -> assertThat(l.passes()).isGreaterThan(20));
    }

    @Test
    void dependence_that_is_accepted_past_the_plan_asks_for_no_drill() {
        Specialty accepted = new Specialty("ana", null, "Head of payments", "holds the key", FIRST.plusWeeks(20));
        RotationPlan plan = new Shop().accepted(accepted).quarter().rotationPlan();

        assertThat(plan.drills())
                .extracting(d -> d.need().service())
                .isNotEmpty()
                .containsOnly("orders");
    }

    @Test
    void the_most_critical_and_stale_comes_first() {
        RotationPlan plan = new Shop().quarter().rotationPlan();

        assertThat(plan.drills().getFirst().need().service()).isEqualTo("checkout");
        assertThat(plan.drills())
                .extracting(d -> d.need().found())
                .contains("criticality 3 x staleness 1.0000 (no pass yet) / 1");
    }

    @Test
    void the_same_evidence_gives_the_same_plan() {
        assertThat(new Shop().quarter()).isEqualTo(new Shop().quarter());
    }

    @Test
    void a_rehearsal_qualifies_nobody() {
        RotationPlan plan = new Shop()
                .drilled(Drilled.on("2026-10-01").rehearsed().led("bo", "bo"))
                .drilled(Drilled.on("2026-10-02").ended(Outcome.ABORTED).led("bo", "bo"))
                .quarter()
                .rotationPlan();

        assertThat(plan.leads()).allSatisfy(leads -> assertThat(leads.before()).isEmpty());
    }
}
