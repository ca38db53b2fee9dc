package dev.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Evidence;
import dev.understudy.drill.Evidence.Worth;
import dev.understudy.scenario.Participants.HeroRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceTest {
    @Test
    void a_rehearsal_never_counts_as_evidence() {
        assertThat(worth(Stories.recovered())).isEqualTo(Worth.REHEARSAL);
    }

    @Test
    void a_valid_drill_on_a_real_cluster_counts() {
        assertThat(worth(Stories.recovered(Briefings.real().briefing()))).isEqualTo(Worth.DRILL);
        assertThat(worth(Stories.rescued())).isEqualTo(Worth.DRILL);
        assertThat(worth(Stories.notRecovered())).isEqualTo(Worth.DRILL);
    }

    @Test
    void an_aborted_an_open_and_a_refused_drill_do_not_count() {
        assertThat(worth(Stories.aborted())).isEqualTo(Worth.NONE);
        assertThat(worth(DrillStory.injected(Briefings.real().briefing()))).isEqualTo(Worth.NONE);
        assertThat(worth(Stories.refused())).isEqualTo(Worth.NONE);
    }

    @ParameterizedTest
    @EnumSource(value = HeroRole.class, names = "ABSENT", mode = EnumSource.Mode.EXCLUDE)
    void a_drill_with_the_hero_in_it_does_not_count(HeroRole role) {
        Evidence evidence = Stories.recovered(Briefings.real().hero(role).briefing())
                .report()
                .verdict()
                .evidence();

        assertThat(evidence.worth()).isEqualTo(Worth.NONE);
        assertThat(evidence.because()).contains("trains the team");
    }

    @Test
    void an_acknowledgement_that_is_somebodys_own_word_must_be_confirmed_first() {
        Evidence evidence = DrillStory.injected(Briefings.real().briefing())
                .broken()
                .alerted(1100)
                .said(3020, "bo", new DrillEvent.Acknowledged("bo", null))
                .scaledBackBy(8000, Stories.BO)
                .steadyAgain(8900)
                .undone(14_200, UndoResult.RESTORED, "kubectl")
                .closed(14_300)
                .report()
                .verdict()
                .evidence();

        assertThat(evidence.worth()).isEqualTo(Worth.NONE);
        assertThat(evidence.because()).contains("once a facilitator has confirmed it");
    }

    @Test
    void an_unknown_actor_before_recovery_must_be_named_first() {
        DrillReport report = Stories.repairedBy(Briefings.real().briefing(), Stories.STRANGER)
                .closed(14_300)
                .report();

        assertThat(report.verdict().evidence().worth()).isEqualTo(Worth.NONE);
        assertThat(report.people().acted()).containsExactly("unknown");
    }

    @Test
    void news_of_an_unknown_actor_that_came_late_counts_by_its_own_time() {
        DrillStory story = DrillStory.injected(Briefings.real().briefing())
                .broken()
                .scaledBackBy(7000, Stories.BO)
                .reads(8500, DrillStory.READY, dev.understudy.probe.Quality.GOOD, "")
                .reads(8900, DrillStory.ANSWERS, dev.understudy.probe.Quality.GOOD, "")
                .told(
                        10_000,
                        "root",
                        "audit",
                        new DrillEvent.ChangeSeen(
                                Stories.STRANGER, "patch", "deployments.apps/checkout-cache", DrillStory.wall(8000)))
                .steadyAgain(8900)
                .undone(14_200, UndoResult.RESTORED, "kubectl")
                .closed(14_300);

        assertThat(worth(story)).isEqualTo(Worth.NONE);
    }

    @Test
    void a_recovery_that_nobody_saw_being_made_does_not_count() {
        DrillStory unseen = DrillStory.injected(Briefings.real().on(false).briefing())
                .broken()
                .alerted(1100)
                .acknowledged(2000, "bo")
                .steadyAgain(8900)
                .undone(14_200, UndoResult.RESTORED, "kubectl")
                .closed(14_300);

        assertThat(unseen.report().verdict().evidence().because()).contains("No source saw");
    }

    @Test
    void who_changed_something_after_recovery_brought_nothing_back() {
        DrillStory late = DrillStory.injected(Briefings.real().on(false).briefing())
                .broken()
                .alerted(1100)
                .acknowledged(2000, "bo")
                .steadyAgain(8900)
                .scaledBackBy(12_000, Stories.BO)
                .undone(14_200, UndoResult.RESTORED, "kubectl")
                .closed(14_300);

        assertThat(late.report().verdict().evidence().because()).contains("No source saw");
    }

    @Test
    void a_fault_that_was_meant_to_do_no_harm_says_nothing_about_people() {
        DrillStory story = DrillStory.injected(
                        Briefings.real().expectingNothing().briefing())
                .at(60_000, new DrillEvent.EndDecided(EndCause.NO_IMPACT_EXPECTED, ""))
                .undone(60_100, UndoResult.UNDONE, "")
                .closed(60_200);

        assertThat(story.report().verdict().word()).isEqualTo("self-healed");
        assertThat(worth(story)).isEqualTo(Worth.NONE);
    }

    private static Worth worth(DrillStory story) {
        return story.report().verdict().evidence().worth();
    }
}
