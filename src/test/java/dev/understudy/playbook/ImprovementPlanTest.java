package dev.understudy.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.SystemCondition;
import dev.understudy.drill.Outcome;
import dev.understudy.independence.DrillResult.Signs;
import dev.understudy.playbook.ImprovementPlan.Condition;
import dev.understudy.playbook.ImprovementPlan.FollowUp;
import dev.understudy.playbook.ImprovementPlan.State;
import dev.understudy.scenario.Participants.HeroRole;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps calling for a hero, and what is done about it. */
class ImprovementPlanTest {
    private static final Signs QUIET = new Signs(true, false, false, false, false, false, List.of(), List.of(), 0);
    private static final Signs SILENT = new Signs(false, true, true, false, false, false, List.of(), List.of(), 0);
    private static final Signs ALL =
            new Signs(true, true, true, true, true, true, List.of(1, 2), List.of("argocd set replicas to 2"), 1);

    @Test
    void finds_every_condition_by_rule() {
        assertThat(plan(new Shop().drilled(Drilled.on("2026-10-01").signs(ALL).rescuedBy("ana")))
                        .conditions())
                .extracting(Condition::kind)
                .containsExactlyInAnyOrder(
                        SystemCondition.ALERT_LATE,
                        SystemCondition.DETECTED_BY_PERSON,
                        SystemCondition.ACKNOWLEDGED_LATE,
                        SystemCondition.HINT_NEEDED,
                        SystemCondition.EXCLUDED_NEEDED,
                        SystemCondition.UNDO_DIVERGED);
        assertThat(plan(new Shop().drilled(Drilled.on("2026-10-01").signs(ALL))).conditions())
                .extracting(Condition::kind)
                .contains(SystemCondition.REPAIR_BY_HAND);
        assertThat(plan(new Shop().drilled(Drilled.on("2026-10-01").signs(SILENT)))
                        .conditions())
                .extracting(Condition::kind)
                .containsExactlyInAnyOrder(SystemCondition.NO_ALERT, SystemCondition.DETECTED_BY_PERSON);
        assertThat(plan(new Shop().drilled(Drilled.on("2026-10-01").signs(QUIET)))
                        .conditions())
                .isEmpty();
    }

    @Test
    void says_how_often_of_how_many_and_by_which_drills() {
        Condition found = only(
                new Shop()
                        .drilled(
                                Drilled.on("2026-09-01").signs(SILENT),
                                Drilled.on("2026-09-15"),
                                Drilled.on("2026-10-01").signs(SILENT)),
                SystemCondition.NO_ALERT);

        assertThat(found.shown()).isEqualTo(new Share(2, 3));
        assertThat(found.drills()).containsExactly("d-2026-09-01", "d-2026-10-01");
        assertThat(found.retest()).isEqualTo("cache-loss");
    }

    @Test
    void a_condition_is_not_seen_when_the_latest_drill_of_its_scenario_shows_it_no_more() {
        Shop shop = new Shop().drilled(Drilled.on("2026-11-01").signs(SILENT));
        assertThat(only(shop, SystemCondition.NO_ALERT).state()).isEqualTo(State.OPEN);

        shop.drilled(Drilled.on("2026-11-10"));

        assertThat(only(shop, SystemCondition.NO_ALERT).state()).isEqualTo(State.NOT_SEEN);
        assertThat(only(shop, SystemCondition.NO_ALERT).latestDrill()).isEqualTo("d-2026-11-10");
    }

    @Test
    void an_aborted_drill_fixes_nothing() {
        Shop shop = new Shop()
                .drilled(
                        Drilled.on("2026-11-01").signs(SILENT),
                        Drilled.on("2026-11-10").ended(Outcome.ABORTED));

        assertThat(only(shop, SystemCondition.NO_ALERT).state()).isEqualTo(State.OPEN);
    }

    @Test
    void takes_owner_and_due_date_of_the_action_whose_title_speaks_of_it() {
        ActionItem other = action("Tidy the wiki", "cem", "2026-11-25", false);
        ActionItem alert = action("Alert on cache hits", "bo", "2026-12-01", false);
        Condition found = only(
                new Shop().drilled(Drilled.on("2026-11-01").signs(SILENT).decided(other, alert)),
                SystemCondition.NO_ALERT);

        assertThat(found.owner()).isEqualTo("bo");
        assertThat(found.due()).isEqualTo(LocalDate.parse("2026-12-01"));
        assertThat(found.action()).isEqualTo("Alert on cache hits");
        assertThat(found.linkedBy()).isEqualTo("alert");
        assertThat(found.proposed()).isFalse();
    }

    @Test
    void believes_a_debrief_that_says_what_an_action_will_mend_before_any_word_of_a_title() {
        ActionItem byWord = action("Alert on cache hits", "bo", "2026-12-01", false);
        ActionItem said = new ActionItem(
                "Talk to the vendor",
                "cem",
                LocalDate.parse("2026-12-24"),
                false,
                false,
                null,
                SystemCondition.NO_ALERT);
        Drilled drill = Drilled.on("2026-11-01").signs(SILENT).decided(byWord, said);

        Condition found = only(new Shop().drilled(drill), SystemCondition.NO_ALERT);

        assertThat(found.action()).isEqualTo("Talk to the vendor");
        assertThat(found.linkedBy()).isNull();
    }

    @Test
    void links_no_action_to_a_condition_that_its_debrief_does_not_name() {
        ActionItem elsewhere = new ActionItem(
                "Alert on cache hits",
                "bo",
                LocalDate.parse("2026-12-01"),
                false,
                false,
                null,
                SystemCondition.REPAIR_BY_HAND);

        Condition found = only(
                new Shop().drilled(Drilled.on("2026-11-01").signs(SILENT).decided(elsewhere)),
                SystemCondition.NO_ALERT);

        assertThat(found.action()).isNull();
        assertThat(found.proposed()).isTrue();
    }

    @Test
    void guesses_no_owner_and_proposes_a_date_by_criticality() {
        Condition found = only(
                new Shop()
                        .drilled(Drilled.on("2026-11-10")
                                .signs(SILENT)
                                .decided(action("Tidy the wiki", "cem", "2026-11-25", false))),
                SystemCondition.NO_ALERT);

        assertThat(found.owner()).isNull();
        assertThat(found.proposed()).isTrue();
        assertThat(found.due()).isEqualTo(LocalDate.parse("2026-12-10"));
    }

    @Test
    void a_proposed_date_leaves_two_weeks_however_old_the_drill() {
        Condition found = only(new Shop().drilled(Drilled.on("2026-01-01").signs(SILENT)), SystemCondition.NO_ALERT);

        assertThat(found.due()).isEqualTo(LocalDate.parse("2026-12-06"));
        assertThat(found.state()).isEqualTo(State.OPEN);
    }

    @Test
    void only_a_pass_without_the_excluded_lets_their_being_needed_go_unseen() {
        Shop shop = new Shop()
                .drilled(
                        Drilled.on("2026-09-01").hints(1).rescuedBy("ana"),
                        Drilled.on("2026-10-01").ended(Outcome.NOT_RECOVERED));
        assertThat(only(shop, SystemCondition.EXCLUDED_NEEDED).state()).isEqualTo(State.OPEN);
        assertThat(only(shop, SystemCondition.HINT_NEEDED).state()).isEqualTo(State.OPEN);

        shop.drilled(Drilled.on("2026-10-15").hero(HeroRole.OBSERVING));
        assertThat(only(shop, SystemCondition.HINT_NEEDED).state()).isEqualTo(State.OPEN);

        shop.drilled(Drilled.on("2026-11-01"));
        assertThat(only(shop, SystemCondition.EXCLUDED_NEEDED).state()).isEqualTo(State.NOT_SEEN);
        assertThat(only(shop, SystemCondition.HINT_NEEDED).state()).isEqualTo(State.NOT_SEEN);
    }

    @Test
    void repairs_by_hand_come_last_and_are_never_overdue() {
        ActionItem action = action("Automate it", "bo", "2026-09-10", false);
        Shop shop = new Shop()
                .drilled(
                        Drilled.on("2026-08-01").signs(SILENT),
                        Drilled.on("2026-09-01").signs(ALL).decided(action),
                        Drilled.on("2026-11-01").signs(QUIET));

        List<Condition> found = plan(shop).conditions();

        assertThat(only(shop, SystemCondition.REPAIR_BY_HAND).owner()).isEqualTo("bo");
        assertThat(only(shop, SystemCondition.REPAIR_BY_HAND).state()).isNotEqualTo(State.OVERDUE);
        assertThat(found.getLast().kind()).isEqualTo(SystemCondition.REPAIR_BY_HAND);
    }

    @Test
    void lists_every_action_overdue_ones_first_with_the_drill_that_retested_it() {
        Shop shop = new Shop()
                .drilled(
                        Drilled.on("2026-09-01")
                                .decided(
                                        action("Write it down", "bo", "2026-12-24", false),
                                        action("Page two people", "bo", "2026-10-01", false),
                                        action("Add a probe", "cem", "2026-09-10", true)),
                        Drilled.on("2026-10-01").ended(Outcome.RESCUED));

        assertThat(plan(shop).actions())
                .extracting(FollowUp::title, FollowUp::state, FollowUp::retested)
                .containsExactly(
                        tuple("Page two people", State.OVERDUE, null),
                        tuple("Write it down", State.OPEN, null),
                        tuple("Add a probe", State.DONE, "d-2026-10-01"));

        shop.drilled(Drilled.on("2026-11-01"));

        assertThat(plan(shop).actions().getLast().state()).isEqualTo(State.FIXED);
    }

    @Test
    void a_drill_before_an_action_is_due_retests_nothing() {
        Shop shop = new Shop()
                .drilled(
                        Drilled.on("2026-09-01").decided(action("Add a probe", "cem", "2026-10-10", true)),
                        Drilled.on("2026-10-01"));
        assertThat(plan(shop).actions())
                .extracting(FollowUp::state, FollowUp::retested)
                .containsExactly(tuple(State.DONE, null));

        shop.drilled(Drilled.on("2026-10-10"));

        assertThat(plan(shop).actions())
                .extracting(FollowUp::state, FollowUp::retested)
                .containsExactly(tuple(State.FIXED, "d-2026-10-10"));
    }

    private static ActionItem action(String title, String owner, String due, boolean done) {
        return new ActionItem(title, owner, LocalDate.parse(due), false, done, null, null);
    }

    private static ImprovementPlan plan(Shop shop) {
        return shop.playbook().improvementPlan();
    }

    private static Condition only(Shop shop, SystemCondition kind) {
        List<Condition> found =
                plan(shop).conditions().stream().filter(c -> c.kind() == kind).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
