package dev.understudy.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.debrief.Answer;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.playbook.KnowledgePack.Lesson;
import dev.understudy.playbook.KnowledgePack.OpenGap;
import dev.understudy.playbook.KnowledgePack.Pointer;
import dev.understudy.playbook.KnowledgePack.Runbook;
import dev.understudy.playbook.KnowledgePack.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a team needs to know. */
class KnowledgePackTest {
    private static final KnowledgeGap OPEN =
            new KnowledgeGap("Where is the cache's password?", "ana", true, null, null);
    private static final KnowledgeGap WRITTEN =
            new KnowledgeGap("Who may restart it?", "bo", false, "runbooks/restart.md", "bo");

    @Test
    void knows_the_runbooks_of_scenarios_drills_and_answers() {
        assertThat(topic(new Shop().drilled(Drilled.on("2026-10-01").asked(WRITTEN)))
                        .runbooks())
                .containsExactly(
                        new Runbook("runbooks/cache-loss.md", List.of("cache-loss"), List.of("d-2026-10-01")),
                        new Runbook("runbooks/restart.md", List.of(), List.of("d-2026-10-01")));
    }

    @Test
    void a_question_without_a_runbook_stays_open_and_says_that_only_the_excluded_knew() {
        Topic topic = topic(new Shop().drilled(Drilled.on("2026-10-01").asked(OPEN, WRITTEN)));

        assertThat(topic.open()).extracting(OpenGap::asked).containsExactly("Where is the cache's password?");
        assertThat(topic.open().getFirst().onlyExcluded()).isTrue();
        assertThat(topic.escalation().rules())
                .contains("Only an excluded responder could answer 'Where is the cache's password?':"
                        + " until that is written down, ask early.");
    }

    @Test
    void incidents_without_any_runbook_are_named_as_missing() {
        Topic topic = new Shop()
                .incidents("checkout", "lost-node", 7).playbook().knowledgePack().topics().stream()
                        .filter(t -> t.incidentClass().equals("lost-node"))
                        .findFirst()
                        .orElseThrow();

        assertThat(topic.missing())
                .containsExactly("No runbook is known for lost-node at checkout, and no scenario that drills it;"
                        + " 7 incidents in the history.");
    }

    @Test
    void says_who_is_paged_and_when_to_escalate() {
        assertThat(topic(new Shop()).escalation().rules())
                .containsExactly(
                        "Team payments is paged: ana, bo, cem, and dia.",
                        "Nobody has taken it after 5m: page the others of the team.",
                        "It does not recover within 15m: say so, and bring in somebody who has led one of these.");
    }

    @Test
    void keeps_what_each_drill_taught_with_its_id() {
        Debrief said = new Debrief(
                "cem",
                null,
                false,
                List.of(),
                List.of(),
                List.of(new Answer("What did you look at first?", "The dashboard.", "bo")),
                List.of("Two flags of the same name."),
                List.of("The page was quick."),
                List.of("The alert misled."),
                List.of("The node had room."),
                List.of(),
                List.of());
        Topic topic = topic(new Shop().drilled(Drilled.on("2026-10-01").debriefed(said)));

        assertThat(topic.traps())
                .extracting(Lesson::text)
                .containsExactly("Two flags of the same name.", "The alert misled.", "The node had room.");
        assertThat(topic.lessons())
                .extracting(Lesson::text)
                .containsExactly(
                        "'The title of cache-loss' was recovered: detected after 1m, acknowledged after 2m,"
                                + " recovered after 9m.",
                        "The page was quick.",
                        "What did you look at first? The dashboard.");
        assertThat(topic.lessons()).extracting(Lesson::drill).containsOnly("d-2026-10-01");
    }

    @Test
    void shows_where_to_look_first_as_the_scenarios_hints_say() {
        assertThat(topic(new Shop()).hints())
                .containsExactly(new Pointer("cache-loss", 1, "Which dashboard shows it?"));
    }

    private static Topic topic(Shop shop) {
        return shop.playbook().knowledgePack().topics().stream()
                .filter(t -> t.service().equals("checkout") && t.incidentClass().equals("cache-loss"))
                .findFirst()
                .orElseThrow();
    }
}
