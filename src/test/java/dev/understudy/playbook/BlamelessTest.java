package dev.understudy.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.history.Participation.Kind;
import dev.understudy.playbook.RotationPlan.Leads;
import dev.understudy.playbook.RotationPlan.PassedOver;
import dev.understudy.playbook.TransferPlan.Standing;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Services and capabilities are judged; nobody is ranked. */
class BlamelessTest {
    @Test
    void no_list_of_people_is_ordered_by_a_measure_of_them() {
        // dia has done most of everything, bo least: any order by a measure would begin or end with dia
        Playbook playbook = new Shop()
                .incidents("checkout", "cache-loss", 12)
                .part("checkout", "cache-loss", Kind.WORKED, "dia", 5)
                .part("checkout", "cache-loss", Kind.WORKED, "cem", 4)
                .part("checkout", "cache-loss", Kind.WORKED, "bo", 3)
                .drilled(
                        Drilled.on("2026-09-01").led("dia", "dia"),
                        Drilled.on("2026-09-08").led("dia", "dia", "cem"),
                        Drilled.on("2026-09-15").led("cem", "cem", "dia"))
                .quarter();

        assertThat(playbook.transferPlan().capabilities())
                .allSatisfy(c ->
                        assertThat(c.people()).extracting(Standing::responder).isSorted())
                .allSatisfy(c -> assertThat(c.heroes()).isSorted());
        assertThat(playbook.rotationPlan().drills())
                .allSatisfy(d ->
                        assertThat(d.others()).extracting(PassedOver::responder).isSorted())
                .allSatisfy(d -> assertThat(d.excluded()).isSorted());
        assertThat(playbook.rotationPlan().leads())
                .allSatisfy(l -> assertThat(l.before()).isSorted())
                .allSatisfy(l -> assertThat(l.after()).isSorted())
                .extracting(Leads::service)
                .isSorted();
    }

    @Test
    void no_record_of_the_playbook_counts_or_scores_a_person() {
        assertThat(records()
                        .filter(type -> components(type).anyMatch(c -> c.equals("responder") || c.equals("lead")))
                        .filter(type ->
                                components(type).anyMatch(c -> c.matches("score|rank|rating|count|failures|passes")))
                        .map(Class::getSimpleName))
                .isEmpty();
    }

    @Test
    void hesitation_names_nobody() {
        Playbook playbook = new Shop()
                .drilled(
                        Drilled.on("2026-09-01").hints(1),
                        Drilled.on("2026-09-08").led("cem", "cem").hints(1, 2))
                .playbook();

        assertThat(playbook.independenceCheck().hesitations().toString()).doesNotContain("bo", "cem");
    }

    private static Stream<String> components(Class<?> type) {
        return Stream.of(type.getRecordComponents()).map(RecordComponent::getName);
    }

    private static Stream<Class<?>> records() {
        return Stream.of(
                        Playbook.class,
                        HeroMap.class,
                        TransferPlan.class,
                        RotationPlan.class,
                        KnowledgePack.class,
                        ImprovementPlan.class,
                        IndependenceCheck.class)
                .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                .filter(Class::isRecord);
    }
}
