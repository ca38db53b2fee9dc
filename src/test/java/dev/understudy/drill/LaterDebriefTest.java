package dev.understudy.drill;

import static dev.understudy.drill.Debriefs.debrief;
import static dev.understudy.drill.Incidents.broken;
import static dev.understudy.drill.Incidents.repaired;
import static dev.understudy.drill.Plot.plot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.Part;
import dev.understudy.debrief.Part.Involved;
import dev.understudy.exclusion.Actor;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a second debrief of a drill changes, and what it leaves as the first has settled it. */
class LaterDebriefTest {
    private static Stage byKubectl() {
        return broken(plot())
                .then("2s", Cue.alert())
                .then("3s", Cue.ack("bo"))
                .then("8s", Cue.wrote(Actor.Kind.UNKNOWN, "kubectl"))
                .then("9s", Cue.good("http"));
    }

    private static Drill after(Stage stage, Debriefs... debriefs) {
        Ledger ledger = Ledger.of(stage.run().entries()).at("30m");
        for (Debriefs debrief : debriefs) {
            ledger.add(new DrillEvent.Debriefed(debrief.build()));
        }
        return ledger.drill();
    }

    private static Debrief merged(Drill drill) {
        return Objects.requireNonNull(drill.debrief());
    }

    @Test
    void help_that_an_earlier_debrief_has_settled_stays_until_a_later_one_answers_for_that_responder() {
        Debriefs acted = debrief().part("ana", Involved.ACTED);

        assertThat(after(repaired(plot()), acted, debrief()).outcome()).isEqualTo(Outcome.RESCUED);
        assertThat(after(repaired(plot()), acted, debrief(), debrief()).outcome())
                .isEqualTo(Outcome.RESCUED);
        assertThat(after(repaired(plot()), acted, debrief().part("ana", Involved.NONE))
                        .outcome())
                .isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void who_stood_behind_an_actor_stays_until_a_later_debrief_says_another() {
        Debriefs wasBo = debrief().attributes("kubectl", "bo");

        assertThat(merged(after(byKubectl(), wasBo, debrief())).attributions()).isEqualTo(wasBo.attributions());
        assertThat(merged(after(byKubectl(), wasBo, debrief().attributes("kubectl", "cy")))
                        .attributions())
                .extracting(each -> each.responder())
                .containsExactly("cy");
    }

    @Test
    void an_excluded_behind_an_actor_stays_a_rescue_until_a_later_debrief_answers_for_that_responder() {
        Debriefs wasAna = debrief().confirms().attributes("kubectl", "ana");
        Debriefs wasBo = debrief().confirms().attributes("kubectl", "bo");

        assertThat(after(byKubectl(), wasAna, wasBo).outcome()).isEqualTo(Outcome.RESCUED);
        assertThat(after(byKubectl(), wasAna, wasBo.part("ana", Involved.NONE)).outcome())
                .isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void an_open_blocking_action_is_carried_over_until_a_later_debrief_says_that_it_is_done() {
        Debriefs first = debrief().action("alert earlier", true, false).action("write it down", false, false);

        Drill silent = after(repaired(plot()), first, debrief().action("another", false, false));
        Drill harmless = after(repaired(plot()), first, debrief().action("Alert earlier ", false, false));
        Drill done = after(repaired(plot()), first, debrief().action("alert earlier", true, true));
        Drill doneBefore = after(repaired(plot()), first, debrief().action("alert earlier", true, true), debrief());

        assertThat(merged(silent).actions()).extracting(ActionItem::title).containsExactly("alert earlier", "another");
        assertThat(merged(silent).actions()).filteredOn(ActionItem::blocks).hasSize(1);
        assertThat(merged(harmless).actions())
                .singleElement()
                .extracting(ActionItem::blocks)
                .isEqualTo(true);
        assertThat(merged(done).actions()).noneMatch(ActionItem::blocks);
        assertThat(merged(doneBefore).actions()).noneMatch(ActionItem::blocks);
    }

    @Test
    void a_lead_stays_until_another_is_named_and_a_confirmation_stays() {
        Drill drill = after(repaired(plot()), debrief().lead("cy").confirms(), debrief());

        assertThat(drill.lead()).isEqualTo("cy");
        assertThat(merged(drill).confirmed()).isTrue();
        assertThat(Objects.requireNonNull(drill.settlement()).confirmed()).isTrue();
    }

    @Test
    void what_is_settled_does_not_depend_on_how_many_debriefs_say_it() {
        Debriefs all = debrief()
                .confirms()
                .attributes("kubectl", "bo")
                .part("ana", Involved.LOOKED)
                .action("alert earlier", true, false);

        assertThat(merged(after(byKubectl(), all, all))).isEqualTo(all.build());
        assertThat(merged(after(byKubectl(), all, all)).parts()).containsExactly(new Part("ana", Involved.LOOKED));
    }
}
