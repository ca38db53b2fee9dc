package dev.understudy.drill;

import static dev.understudy.drill.Cue.advised;
import static dev.understudy.drill.Cue.glass;
import static dev.understudy.drill.Cue.hint;
import static dev.understudy.drill.Cue.looked;
import static dev.understudy.drill.Cue.wrote;
import static dev.understudy.drill.Incidents.broken;
import static dev.understudy.drill.Incidents.repaired;
import static dev.understudy.drill.Plot.plot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.exclusion.Actor;
import dev.understudy.scenario.Participants.HeroRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The law's first chapter, a test for each sentence: rescued. */
class RescueTest {
    @Test
    void glass_broken_for_the_drills_own_fault_before_recovery_is_a_rescue() {
        assertThat(repaired(plot()).then("5s", glass("bo", false)).run().outcome())
                .isEqualTo(Outcome.RESCUED);
    }

    @Test
    void an_excluded_responder_who_advises_before_recovery_rescues() {
        assertThat(repaired(plot()).then("5s", advised("ana")).run().outcome()).isEqualTo(Outcome.RESCUED);
    }

    @Test
    void an_excluded_responder_who_acts_before_recovery_rescues() {
        assertThat(repaired(plot()).then("5s", wrote("ana")).run().outcome()).isEqualTo(Outcome.RESCUED);
    }

    @Test
    void an_act_of_the_excluded_counts_from_when_it_happened_even_if_the_news_comes_after_the_recovery() {
        assertThat(repaired(plot()).then("13s", wrote("ana").late("6s")).run().outcome())
                .isEqualTo(Outcome.RESCUED);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void a_hint_of_level_three_or_more_before_recovery_rescues(int level) {
        Ledger drill = Drills.running(plot())
                .add(new DrillEvent.HintGiven(level, "scale the cache up"), Drills.RECOVERY, Drills.ended());

        assertThat(drill.drill().outcome()).isEqualTo(Outcome.RESCUED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_smaller_hint_does_not_rescue(int level) {
        assertThat(repaired(plot()).then("5s", hint(level)).run().outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void a_hint_that_is_not_in_the_ladder_is_not_given() {
        assertThat(repaired(plot()).then("5s", hint(4)).run().outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void help_that_comes_after_the_recovery_is_no_rescue() {
        Stage drill = repaired(plot()).then("10s", advised("ana"), wrote("ana"), glass("bo", false), hint(3));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void help_that_comes_after_the_deadline_does_not_make_a_failure_a_rescue() {
        Stage drill = broken(plot().deadline("1m")).then("60.1s", wrote("ana"), advised("ana"));

        assertThat(drill.run().outcome()).isEqualTo(Outcome.NOT_RECOVERED);
    }

    @Test
    void looking_is_listed_and_changes_nothing() {
        Stage drill = repaired(plot()).then("5s", looked("ana"));

        drill.run();

        assertThat(drill.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(drill.drill().people().breaches())
                .extracting(b -> b.event().kind().word())
                .containsExactly("looked");
    }

    @ParameterizedTest
    @EnumSource(HeroRole.class)
    void looking_is_allowed_to_every_hero(HeroRole role) {
        assertThat(repaired(plot().hero(role)).then("5s", looked("ana")).run().outcome())
                .isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void advising_is_allowed_to_a_supporting_hero_only() {
        assertThat(repaired(plot().hero(HeroRole.SUPPORTING))
                        .then("5s", advised("ana"))
                        .run()
                        .outcome())
                .isEqualTo(Outcome.RECOVERED);
        assertThat(repaired(plot().hero(HeroRole.OBSERVING))
                        .then("5s", advised("ana"))
                        .run()
                        .outcome())
                .isEqualTo(Outcome.RESCUED);
    }

    @ParameterizedTest
    @EnumSource(HeroRole.class)
    void acting_is_a_rescue_whatever_the_hero_may_do(HeroRole role) {
        assertThat(repaired(plot().hero(role)).then("5s", wrote("ana")).run().outcome())
                .isEqualTo(Outcome.RESCUED);
    }

    @Test
    void a_stranger_who_is_called_like_the_excluded_is_unknown_and_nobodys_breach() {
        Stage drill = repaired(plot()).then("5s", wrote(Actor.Kind.UNKNOWN, "ana"));

        drill.run();

        assertThat(drill.drill().people().breaches()).isEmpty();
        assertThat(drill.outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void an_excluded_assistant_or_automation_breaches_as_a_person_does() {
        assertThat(repaired(plot())
                        .then("5s", wrote(Actor.Kind.ASSISTANT, "ana"))
                        .run()
                        .outcome())
                .isEqualTo(Outcome.RESCUED);
    }
}
