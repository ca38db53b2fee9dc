package dev.understudy.drill;

import static dev.understudy.drill.Cue.ack;
import static dev.understudy.drill.Cue.advised;
import static dev.understudy.drill.Cue.alert;
import static dev.understudy.drill.Cue.good;
import static dev.understudy.drill.Cue.wrote;
import static dev.understudy.drill.Debriefs.debrief;
import static dev.understudy.drill.Incidents.broken;
import static dev.understudy.drill.Incidents.repaired;
import static dev.understudy.drill.Plot.plot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.Part.Involved;
import dev.understudy.drill.Evidence.Worth;
import dev.understudy.exclusion.Actor;
import dev.understudy.roster.ResponderKind;
import dev.understudy.scenario.Participants.HeroRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a debrief settles, and what it never can. */
class DebriefTest {
    private static final Debriefs KUBECTL_WAS_BO = debrief().confirms().attributes("kubectl", "bo");

    /** Somebody whom the roster does not know brings it back. */
    private static Stage byKubectl() {
        return byKubectl(plot().unaudited());
    }

    private static Stage byKubectl(Plot plot) {
        return broken(plot)
                .then("2s", alert())
                .then("3s", ack("bo"))
                .then("8s", wrote(Actor.Kind.UNKNOWN, "kubectl"))
                .then("9s", good("http"));
    }

    private static Drill after(Stage stage, Debrief... debriefs) {
        Ledger ledger = Ledger.of(stage.run().entries()).at("30m");
        for (Debrief debrief : debriefs) {
            ledger.add(new DrillEvent.Debriefed(debrief));
        }
        return ledger.drill();
    }

    private static Drill after(Stage stage, Debriefs debrief) {
        return after(stage, debrief.build());
    }

    private static Worth worth(Drill drill) {
        return Evidence.apartFromRehearsal(drill).worth();
    }

    @Test
    void an_unknown_actor_counts_once_it_is_attributed_and_the_part_of_each_excluded_is_answered() {
        assertThat(worth(after(byKubectl(), debrief().confirms()))).isEqualTo(Worth.NONE);
        assertThat(worth(after(byKubectl(), KUBECTL_WAS_BO))).isEqualTo(Worth.NONE);
        assertThat(worth(after(byKubectl(), debrief().confirms().part("ana", Involved.NONE))))
                .isEqualTo(Worth.NONE);
        assertThat(worth(after(byKubectl(), KUBECTL_WAS_BO.part("ana", Involved.NONE))))
                .isEqualTo(Worth.DRILL);
    }

    @Test
    void an_acknowledgement_that_is_somebodys_own_word_counts_once_it_is_confirmed() {
        assertThat(worth(after(repaired(plot()), debrief()))).isEqualTo(Worth.NONE);
        assertThat(worth(after(repaired(plot()), debrief().confirms()))).isEqualTo(Worth.DRILL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bo", "ana"})
    void nobody_who_took_the_page_or_was_excluded_confirms_that_it_was_taken(String who) {
        Debrief said = debrief().confirms().heldBy(who).build();

        assertThat(worth(after(repaired(plot()), said))).isEqualTo(Worth.NONE);
        assertThat(worth(after(repaired(plot()), debrief().confirms().build(), said)))
                .as("somebody else has before")
                .isEqualTo(Worth.DRILL);
    }

    @Test
    void a_fail_needs_nobody_to_confirm_that_it_was_taken() {
        Drill late = after(broken(plot()).then("2s", alert()).then("3s", ack("bo")));
        Drill rescued = after(repaired(plot()).then("5s", advised("ana")));

        assertThat(late.outcome()).isEqualTo(Outcome.NOT_RECOVERED);
        assertThat(worth(late)).isEqualTo(Worth.DRILL);
        assertThat(rescued.outcome()).isEqualTo(Outcome.RESCUED);
        assertThat(worth(rescued)).isEqualTo(Worth.DRILL);
    }

    @Test
    void an_unknown_actor_who_was_the_excluded_makes_it_a_rescue() {
        Drill drill = after(
                byKubectl(), debrief().confirms().attributes("kubectl", "ana").part("ana", Involved.ACTED));

        assertThat(drill.outcome()).isEqualTo(Outcome.RESCUED);
        assertThat(drill.closed()).extracting(DrillEvent.Closed::outcome).isEqualTo(Outcome.RECOVERED);
        assertThat(worth(drill)).isEqualTo(Worth.DRILL);
    }

    @Test
    void one_excluded_among_several_behind_an_actor_makes_it_a_rescue() {
        assertThat(after(byKubectl(), KUBECTL_WAS_BO.attributes("kubectl", "ana"))
                        .outcome())
                .isEqualTo(Outcome.RESCUED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Involved.class,
            names = {"ADVISED", "ACTED"})
    void advice_and_acts_of_the_excluded_that_come_out_in_the_debrief_make_it_a_rescue(Involved involved) {
        assertThat(after(repaired(plot()), debrief().part("ana", involved)).outcome())
                .isEqualTo(Outcome.RESCUED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Involved.class,
            names = {"NONE", "LOOKED"})
    void an_excluded_who_did_nothing_or_looked_changes_no_outcome(Involved involved) {
        assertThat(after(repaired(plot()), debrief().part("ana", involved)).outcome())
                .isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void advice_that_comes_out_in_the_debrief_is_allowed_to_a_supporting_hero() {
        Stage drill = repaired(plot().hero(HeroRole.SUPPORTING));

        assertThat(after(drill, debrief().part("ana", Involved.ADVISED)).outcome())
                .isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void a_debrief_takes_back_nothing_that_the_excluded_were_seen_to_do() {
        Drill advised = after(
                repaired(plot()).then("5s", advised("ana")),
                debrief().part("ana", Involved.NONE).attributes("ana", "bo"));
        Drill acted = after(
                repaired(plot()).then("5s", wrote("ana")),
                debrief().part("ana", Involved.NONE).attributes("ana", "bo"));

        assertThat(advised.outcome()).isEqualTo(Outcome.RESCUED);
        assertThat(acted.outcome()).isEqualTo(Outcome.RESCUED);
        assertThat(acted.people().changes())
                .extracting(c -> c.event().actor().name())
                .contains("ana");
    }

    @Test
    void help_before_recovery_that_comes_out_in_the_debrief_counts_though_help_after_it_was_seen() {
        Stage drill = repaired(plot()).then("10s", advised("ana"));

        assertThat(after(drill, debrief().part("ana", Involved.NONE)).outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(after(drill, debrief().part("ana", Involved.ADVISED)).outcome())
                .isEqualTo(Outcome.RESCUED);
    }

    @Test
    void an_actor_who_was_automation_leaves_a_drill_that_was_audited_self_healed() {
        Debriefs argo = debrief().attributes(new Attribution("kubectl", "argo", ResponderKind.AUTOMATION));

        assertThat(after(byKubectl(plot()), argo).outcome()).isEqualTo(Outcome.SELF_HEALED);
        assertThat(after(byKubectl(plot().unaudited()), argo).outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bo", "ana"})
    void somebody_of_the_drills_own_people_is_never_automation_whatever_a_debrief_says(String who) {
        Debriefs automation = debrief()
                .confirms()
                .attributes(new Attribution("kubectl", who, ResponderKind.AUTOMATION))
                .part("ana", Involved.NONE);

        Drill drill = after(byKubectl(plot()), automation);

        assertThat(drill.outcome()).isEqualTo(who.equals("ana") ? Outcome.RESCUED : Outcome.RECOVERED);
        assertThat(drill.people().changes())
                .extracting(c -> c.event().actor().kind())
                .containsExactly(Actor.Kind.PERSON);
    }

    @Test
    void a_change_after_recovery_does_not_show_who_brought_an_unaudited_drill_back() {
        Stage alone = broken(plot().unaudited()).then("2s", alert()).then("3s", ack("bo"));

        Drill atRecovery = after(
                alone.then("9s", good("http")).then("9s", wrote(Actor.Kind.UNKNOWN, "kubectl")),
                debrief().confirms());
        Drill later = after(
                alone.then("9s", good("http")).then("10s", wrote(Actor.Kind.UNKNOWN, "kubectl")),
                debrief().confirms());
        Drill laterByBo = after(
                alone.then("9s", good("http")).then("10s", wrote("bo")),
                debrief().confirms());

        assertThat(worth(atRecovery)).isEqualTo(Worth.NONE);
        assertThat(worth(later)).isEqualTo(Worth.NONE);
        assertThat(worth(laterByBo)).isEqualTo(Worth.NONE);
    }

    @Test
    void an_aborted_and_an_invalid_drill_stay_what_they_were_whatever_the_debrief_says() {
        Debriefs all = KUBECTL_WAS_BO.part("ana", Involved.ACTED);

        Drill aborted = after(broken(plot()).then("2s", Cue.stop(EndCause.PERSON)), all);
        Drill invalid = after(Stage.open(plot()), all);

        assertThat(aborted.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(invalid.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(worth(aborted)).isEqualTo(Worth.NONE);
    }

    @Test
    void a_debrief_never_turns_a_rehearsal_into_evidence() {
        Drill drill = after(byKubectl(), KUBECTL_WAS_BO.part("ana", Involved.NONE));

        assertThat(Evidence.of(drill).worth()).isEqualTo(Worth.REHEARSAL);
    }

    @Test
    void whoever_acknowledged_led_unless_the_facilitator_names_another() {
        assertThat(after(repaired(plot()), debrief()).lead()).isEqualTo("bo");
        assertThat(after(repaired(plot()), debrief().lead("cy")).lead()).isEqualTo("cy");
    }

    @Test
    void an_excluded_who_was_to_be_absent_led_nothing_whoever_says_so() {
        assertThat(after(repaired(plot()), debrief().lead("ana")).lead()).isEqualTo("bo");
        assertThat(after(repaired(plot().hero(HeroRole.SUPPORTING)), debrief().lead("ana"))
                        .lead())
                .isEqualTo("ana");
    }

    @Test
    void everybody_of_the_team_who_takes_it_after_the_first_is_known_once() {
        Stage drill = repaired(plot()).then("5s", ack("cy"), ack("cy"), ack("bo"));

        drill.run();

        assertThat(drill.drill().people().acknowledgedBy()).isEqualTo("bo");
        assertThat(drill.drill().people().joined()).containsExactly("cy");
    }
}
