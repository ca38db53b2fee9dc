package dev.understudy.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Answer;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.debrief.Part;
import dev.understudy.history.Participation.Kind;
import dev.understudy.independence.Assessor;
import dev.understudy.independence.DrillResult.Signs;
import dev.understudy.independence.Question;
import dev.understudy.roster.Days;
import dev.understudy.roster.Identities;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import dev.understudy.roster.Specialty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A playbook that can be shown to anybody. */
class PseudonymsTest {
    private static final LocalDate DUE = LocalDate.parse("2026-12-01");

    @Test
    void no_name_title_or_identity_of_the_roster_is_in_an_anonymised_playbook() {
        Shop shop = telling();
        assertThat(leaks(shop, shop.quarter().toString())).contains("ana", "sousa", "dia@mail.example");

        Playbook playbook = anonymised(shop);

        assertThat(leaks(shop, playbook.toString())).isEmpty();
        assertThat(playbook.toString())
                .contains("responder 1")
                .doesNotContain("somebody else's manager", "head of shop");
    }

    @Test
    void the_anonymised_question_itself_holds_no_name() {
        Shop shop = telling();

        Question question = new Pseudonyms(shop.roster()).question(shop.question());

        assertThat(leaks(shop, question.toString())).isEmpty();
    }

    @Test
    void figures_and_verdicts_are_those_of_the_real_people() {
        Shop shop = telling();
        Playbook named = shop.quarter();

        Playbook nameless = anonymised(shop);

        assertThat(nameless.heroMap().dependencies())
                .extracting(HeroMap.Dependency::risk)
                .containsExactlyElementsOf(named.heroMap().dependencies().stream()
                        .map(HeroMap.Dependency::risk)
                        .toList());
        assertThat(nameless.independenceCheck().assessment().services())
                .extracting(s -> s.verdict())
                .containsExactlyElementsOf(named.independenceCheck().assessment().services().stream()
                        .map(s -> s.verdict())
                        .toList());
        assertThat(nameless.rotationPlan().goals().getFirst())
                .isEqualTo(named.rotationPlan().goals().getFirst());
    }

    @Test
    void whoever_answers_for_an_accepted_dependence_has_no_name_either() {
        Shop shop = new Shop().accepted(new Specialty("ana", "bad-deploy", "Gil Moreau", "Ana has the key", DUE));

        String text = new Pseudonyms(shop.roster()).text("Gil Moreau said so, moreau again, and the moreaux");

        assertThat(text).isEqualTo("somebody said so, somebody again, and the moreaux");
    }

    @Test
    void both_editions_hold_the_same_plan() {
        Shop shop = telling();
        Pseudonyms names = new Pseudonyms(shop.roster());

        RotationPlan nameless = anonymised(shop).rotationPlan();

        assertThat(nameless.drills())
                .extracting(d -> d.day() + " " + d.lead() + " " + d.observer() + " " + d.shadow())
                .containsExactlyElementsOf(shop.quarter().rotationPlan().drills().stream()
                        .map(d -> d.day() + " " + names.name(d.lead()) + " " + label(names, d.observer()) + " "
                                + label(names, d.shadow()))
                        .toList());
    }

    @Test
    void labels_are_in_the_order_of_names_whatever_the_kind() {
        Shop shop = new Shop();
        Pseudonyms names = new Pseudonyms(shop.roster());

        assertThat(Stream.of("ana", "bo", "cem", "dia", "robot").map(names::name))
                .containsExactly(
                        "responder 1", "responder 2", "responder 3", "responder 4", "responder 5 (automation)");
    }

    @Test
    void no_day_of_a_leave_is_in_an_anonymised_plan() {
        assertThat(anonymised(telling()).rotationPlan().toString())
                .contains("not free that day")
                .doesNotContain(DUE.plusDays(20).toString());
    }

    @Test
    void ids_of_drills_are_numbers_in_the_order_of_time() {
        Question question = new Pseudonyms(new Shop().roster())
                .question(new Shop()
                        .drilled(
                                Drilled.on("2026-10-01").of("cache-loss-without-ana", "checkout", "cache-loss"),
                                Drilled.on("2026-09-01"))
                        .question());

        assertThat(question.results()).extracting(d -> d.drill()).containsExactly("no. 2", "no. 1");
        assertThat(question.results().getFirst().scenario()).isEqualTo("cache-loss-without-responder 1");
    }

    @Test
    void finds_parts_of_two_letters_as_they_are_written() {
        Roster roster = new Roster(
                "small",
                List.of(new Responder("weili", "Wei Li", ResponderKind.PERSON, Identities.NONE)),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(new Pseudonyms(roster).text("Ask Li, not the LiFo queue or li."))
                .isEqualTo("Ask responder 1, not the LiFo queue or li.");
    }

    @Test
    void finds_names_in_free_text_as_whole_words_only() {
        Pseudonyms names = new Pseudonyms(new Shop().roster());
        String ana = names.name("ana");

        assertThat(names.text("Ask Ana Sousa (ana@shop.example), ANA or Ms Sousa; see the banana manual."))
                .isEqualTo("Ask " + ana + " (" + ana + "), " + ana + " or Ms " + ana + "; see the banana manual.");
    }

    private static @Nullable String label(Pseudonyms names, @Nullable String name) {
        return name == null ? null : names.name(name);
    }

    private static Playbook anonymised(Shop shop) {
        Pseudonyms names = new Pseudonyms(shop.roster());
        Question question = names.question(shop.question());
        return Playbook.of(question, Assessor.assess(question), names.library(shop.library()), RotationTerms.DEFAULT);
    }

    /** Everybody is named wherever a name can stand. */
    private static Shop telling() {
        Debrief said = new Debrief(
                "head of shop",
                "bo",
                true,
                List.of(new Attribution("U-dia", "dia")),
                List.of(new Part("ana", Part.Involved.ADVISED)),
                List.of(new Answer("Who knew, Ana?", "Only Ana Sousa did.", "cem")),
                List.of("Cem was on a plane."),
                List.of("Bo Lund was quick."),
                List.of("dia@mail.example bounced."),
                List.of("P-ana was online."),
                List.of(
                        new KnowledgeGap("What does Sousa's script do?", "ana", true, null, "bo"),
                        new KnowledgeGap("And Ana's other one?", "ana", true, "wiki/~ana/cache", "bo")),
                List.of(new ActionItem("Alert Bo and Dia Mensah", "cem", DUE, true, false, null, null)));
        Signs signs = new Signs(false, true, true, true, true, true, List.of(1), List.of("ana set replicas"), 1);
        return new Shop()
                .incidents("checkout", "cache-loss", 20)
                .part("checkout", "cache-loss", Kind.WORKED, "ana", 15)
                .part("checkout", "cache-loss", Kind.WORKED, "bo", 5)
                .away("bo", new Days(DUE, DUE.plusDays(20), "Bo marries Dia"))
                .accepted(new Specialty("ana", "bad-deploy", "somebody else's manager", "Ana has the key", DUE))
                .drilled(
                        Drilled.on("2026-09-01").signs(signs).rescuedBy("ana").debriefed(said),
                        Drilled.on("2026-10-01").led("cem", "cem", "dia"));
    }

    private static List<String> leaks(Shop shop, String text) {
        return shop.roster().responders().stream()
                .flatMap(PseudonymsTest::words)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> Pattern.compile("(?<![a-z0-9])" + Pattern.quote(word) + "(?![a-z0-9])")
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .find())
                .distinct()
                .toList();
    }

    private static Stream<String> words(Responder responder) {
        return Stream.concat(
                        Stream.of(
                                responder.name(),
                                responder.title(),
                                String.valueOf(responder.identities().slack()),
                                String.valueOf(responder.identities().pagerduty()),
                                String.valueOf(responder.identities().email())),
                        Stream.concat(
                                responder.identities().kubernetes().stream(),
                                List.of(responder.title().split(" ")).stream()))
                .filter(word -> !word.equals("null"));
    }
}
