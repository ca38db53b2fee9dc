package dev.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static final Briefing BRIEFING = Briefings.real().briefing();

    @Test
    void a_late_recovery_names_what_took_too_long() {
        assertThat(why(recoveredAfterAlert(150_000)))
                .isEqualTo("checkout was steady again 6m59.588s after impact, without help from ana, but detection took"
                        + " 2m29.588s (objective 2m).");
    }

    @Test
    void a_clock_that_never_stopped_is_named_too() {
        DrillStory story = DrillStory.injected(BRIEFING)
                .broken()
                .acknowledged(30_000, "bo")
                .scaledBackBy(415_000, Stories.BO)
                .steadyAgain(420_000)
                .undone(426_000, UndoResult.RESTORED, "kubectl")
                .closed(427_000);

        assertThat(why(story)).endsWith("but detection never came (objective 2m).");
    }

    @Test
    void broken_glass_names_who_called_and_when() {
        DrillStory story = DrillStory.injected(BRIEFING)
                .broken()
                .told(60_000, "bo", "terminal", new DrillEvent.GlassBroken("bo", "called ana at home.", false))
                .scaledBackBy(70_000, Stories.BO)
                .steadyAgain(80_000)
                .undone(86_000, UndoResult.RESTORED, "kubectl")
                .closed(87_000);

        assertThat(why(story))
                .isEqualTo("bo broke the glass and called for help 1m after the first injection (called ana at home),"
                        + " before recovery, so the team did not bring checkout back alone.");
    }

    @Test
    void a_hint_that_tells_what_to_do_is_a_rescue_and_the_earliest_rescue_is_told() {
        DrillStory story = DrillStory.injected(BRIEFING)
                .broken()
                .told(50_000, "facilitator", "terminal", new DrillEvent.HintGiven(3, "Scale the cache."))
                .told(60_000, "bo", "terminal", new DrillEvent.GlassBroken("bo", "help", false))
                .steadyAgain(80_000)
                .undone(86_000, UndoResult.RESTORED, "kubectl")
                .closed(87_000);

        assertThat(why(story)).startsWith("The facilitator gave the hint of level 3 50s after");
    }

    @Test
    void stopping_a_drill_that_was_lost_already_does_not_unmake_the_loss() {
        DrillStory story = DrillStory.injected(BRIEFING)
                .broken()
                .alerted(1000)
                .at(960_000, new DrillEvent.EndDecided(EndCause.PERSON, "enough"))
                .undone(961_000, UndoResult.UNDONE, "")
                .closed(962_000);

        assertThat(why(story))
                .isEqualTo("checkout had not been steady again when the drill was stopped after the recovery objective"
                        + " had passed (a person aborted it, enough).");
    }

    @Test
    void a_fault_without_impact_asks_whether_it_reaches_the_probes() {
        DrillStory story = DrillStory.injected(BRIEFING)
                .at(120_000, new DrillEvent.EndDecided(EndCause.NO_IMPACT, "steady state held for 2m"))
                .undone(121_000, UndoResult.UNDONE, "")
                .closed(122_000);

        assertThat(why(story)).isEqualTo("It says nothing: the fault had no impact, steady state held for 2m.");
        assertThat(story.report().verdict().next()).contains("reaches what the probes see");
        assertThat(story.report().censored()).containsExactly("impact");
    }

    private static DrillStory recoveredAfterAlert(long alert) {
        return DrillStory.injected(BRIEFING)
                .broken()
                .alerted(alert)
                .acknowledged(alert + 1000, "bo")
                .scaledBackBy(415_000, Stories.BO)
                .steadyAgain(420_000)
                .undone(426_000, UndoResult.RESTORED, "kubectl")
                .closed(427_000);
    }

    private static String why(DrillStory story) {
        return story.report().verdict().why();
    }
}
