package dev.understudy.debrief.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Answer;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.debrief.Matters;
import dev.understudy.debrief.Part;
import dev.understudy.roster.Identities;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.Problem;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a debrief file says, and whether that fits the drill. */
class DebriefPaperTest {
    private static final Matters DRILL = new Matters(
            "checkout-1",
            LocalDate.of(2026, 11, 21),
            Set.of("bo", "cem"),
            Set.of("ana"),
            true,
            "bo",
            true,
            List.of("kubectl"),
            List.of("What did you look at first?"));

    private static Read<WrittenDebrief> read(String text) {
        return DebriefForm.FILE.read(Source.text("debrief.yaml", text));
    }

    private static WrittenDebrief good(String text) {
        Read<WrittenDebrief> read = read(text);
        assertThat(read).as("%s", read).isInstanceOf(Read.Good.class);
        return ((Read.Good<WrittenDebrief>) read).value();
    }

    private static List<String> misfits(String spec) {
        return misfits(spec, Optional.empty());
    }

    private static List<String> misfits(String spec, Optional<Roster> roster) {
        String text = "apiVersion: understudy.dev/v1\nkind: Debrief\nspec:\n  facilitator: fay\n" + spec;
        Read<WrittenDebrief> read = read(text);
        assertThat(read).as("%s", read).isInstanceOf(Read.Good.class);
        Read.Good<WrittenDebrief> good = (Read.Good<WrittenDebrief>) read;
        return DebriefChecks.check(good.value(), DRILL, roster, good.places()).stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void a_debrief_written_as_a_file_and_read_again_is_the_same() {
        WrittenDebrief all = new WrittenDebrief(
                "checkout-1",
                new Debrief(
                        "fay \"the\" facilitator",
                        "cem",
                        true,
                        List.of(
                                new Attribution("kubectl", "bo"),
                                new Attribution("argo\u202e", "argo", ResponderKind.AUTOMATION)),
                        List.of(new Part("ana", Part.Involved.ADVISED)),
                        List.of(new Answer("why: \\ or #?", "true", "bo"), new Answer("then", "line\nbreak", null)),
                        List.of("- a list?", "no"),
                        List.of("5"),
                        List.of("{x: y}"),
                        List.of("'"),
                        List.of(
                                new KnowledgeGap("where?", "ana", true, "docs/cache.md", "bo"),
                                new KnowledgeGap("when?", null, false, null, null)),
                        List.of(
                                new ActionItem("alert", "bo", LocalDate.of(2026, 12, 1), true, false, "cache-2", null),
                                new ActionItem("write", "cem", LocalDate.of(2026, 12, 2), false, true, null, null))));

        assertThat(good(DebriefPaper.of(all))).isEqualTo(all);
    }

    @Test
    void a_template_names_what_only_the_facilitator_can_settle_and_is_refused_until_that_is_done() {
        String template = DebriefPaper.template(DRILL);

        Read<WrittenDebrief> read = read(template);

        assertThat(template).contains("actor: kubectl", "responder: ana", "What did you look at first?", "confirmed");
        assertThat(((Read.Bad<WrittenDebrief>) read).problems())
                .extracting(Problem::message)
                .hasSize(3)
                .anyMatch(m -> m.contains("'facilitator'"))
                .anyMatch(m -> m.contains("'responder'"))
                .anyMatch(m -> m.contains("'part'"));
    }

    @Test
    void a_template_that_was_filled_in_fits_the_drill() {
        String filled = DebriefPaper.template(DRILL)
                .replace("facilitator:    ", "facilitator: fay")
                .replace("responder:          #", "responder: bo #")
                .replace("part:", "part: none");

        WrittenDebrief debrief = good(filled);

        assertThat(debrief.said().answers()).isEmpty();
        assertThat(debrief.debrief().parts()).containsExactly(new Part("ana", Part.Involved.NONE));
        assertThat(debrief.debrief().attributions()).containsExactly(new Attribution("kubectl", "bo"));
    }

    @Test
    void names_that_neither_the_drill_nor_a_roster_knows_are_refused_in_their_place() {
        assertThat(misfits("""
                  lead: bob
                  answers:
                    - {question: "why?"}
                    - {question: "how?", answer: "so", by: zoe}
                  actions:
                    - {title: write, owner: eve, due: 2026-12-01}
                """))
                .hasSize(3)
                .anyMatch(p -> p.startsWith("debrief.yaml:5:") && p.contains("'bob'"))
                .anyMatch(p -> p.startsWith("debrief.yaml:8:") && p.contains("'zoe'"))
                .anyMatch(p -> p.startsWith("debrief.yaml:10:") && p.contains("--roster FILE"));
    }

    @Test
    void an_actor_must_be_one_that_the_drill_saw_and_a_part_that_of_an_excluded() {
        assertThat(misfits("  actors: [{actor: argocd, responder: bo}]\n  excluded: [{responder: bo, part: none}]\n"))
                .anyMatch(p -> p.contains("the drill saw no unknown actor 'argocd' (it saw kubectl)"))
                .anyMatch(p -> p.contains("'bo' was not excluded from this drill (excluded: ana)"));
    }

    @Test
    void nobody_of_the_drills_own_people_is_automation() {
        String hint = "kind is automation, and 'bo' took part in the drill";

        assertThat(misfits("  actors: [{actor: kubectl, responder: bo, kind: automation}]\n"))
                .singleElement()
                .asString()
                .startsWith("debrief.yaml:5:")
                .contains(hint);
        assertThat(misfits("  actors: [{actor: kubectl, responder: ana, kind: automation}]\n"))
                .singleElement()
                .asString()
                .contains("'ana' took part");
    }

    @Test
    void a_kind_other_than_the_rosters_is_refused() {
        Roster roster = new Roster(
                "shop",
                List.of(
                        new Responder("argo", "Argo CD", ResponderKind.AUTOMATION, Identities.NONE),
                        new Responder("bo", "Bo Lund", ResponderKind.PERSON, Identities.NONE)),
                List.of(),
                List.of(),
                List.of());

        assertThat(misfits("  actors: [{actor: kubectl, responder: argo}]\n", Optional.of(roster)))
                .singleElement()
                .asString()
                .contains("'argo' is automation in the roster, not a person (kind: automation)");
        assertThat(misfits("  actors: [{actor: kubectl, responder: bo, kind: assistant}]\n", Optional.of(roster)))
                .singleElement()
                .asString()
                .contains("'bo' is a person in the roster");
        assertThat(misfits("  actors: [{actor: kubectl, responder: argo, kind: automation}]\n", Optional.of(roster)))
                .isEmpty();
    }

    @Test
    void a_drill_is_not_led_by_whoever_was_excluded_from_it() {
        assertThat(misfits("  lead: ana\n")).singleElement().asString().contains("cannot have led");
    }

    @Test
    void an_action_is_due_after_the_drill_and_while_anybody_remembers() {
        assertThat(misfits("""
                  actions:
                    - {title: write, owner: bo, due: 2026-11-20}
                    - {title: wait, owner: bo, due: 2062-11-20}
                    - {title: did, owner: bo, due: 2026-11-20, done: true}
                """))
                .hasSize(2)
                .anyMatch(p -> p.startsWith("debrief.yaml:6:") && p.contains("before the drill"))
                .anyMatch(p -> p.startsWith("debrief.yaml:7:") && p.contains("is the year right?"));
    }

    @Test
    void the_debrief_of_another_drill_is_refused() {
        assertThat(misfits("  drill: search-3\n"))
                .singleElement()
                .asString()
                .contains("this is the debrief of drill search-3, not of checkout-1");
    }

    @Test
    void what_somebody_of_the_team_knew_was_not_known_to_the_excluded_alone() {
        assertThat(misfits("  gaps: [{asked: where, answeredBy: bo, onlyExcluded: true}]\n"))
                .singleElement()
                .asString()
                .contains("not only an excluded responder knew");
    }
}
