package dev.understudy.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.history.HistoryTally;
import dev.understudy.history.HistoryTally.Count;
import dev.understudy.history.Participation.Kind;
import dev.understudy.independence.Assessor;
import dev.understudy.independence.Question;
import dev.understudy.playbook.HeroMap.Dependency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** To whom the work of a family routes. */
class RoutesTest {
    @Test
    void who_worked_on_every_incident_has_all_of_them_however_many_others_did_too() {
        Shop shop = new Shop();
        Question asked = withHistory(shop.question());

        List<Dependency> lines = Playbook.of(asked, Assessor.assess(asked), shop.library(), RotationTerms.DEFAULT)
                .heroMap()
                .dependencies();

        assertThat(lines.getFirst().responders().getFirst().responder()).isEqualTo("ana");
        assertThat(lines.getFirst().responders().getFirst().routes().getFirst().share())
                .isEqualTo(new Share(12, 12));
        assertThat(lines)
                .flatExtracting(Dependency::responders)
                .extracting(HeroMap.Routed::responder)
                .doesNotContain("bo", "cem", "dia");
    }

    private static Question withHistory(Question of) {
        HistoryTally history = new HistoryTally(
                Shop.NOW.minus(Duration.ofDays(182)),
                Shop.NOW,
                12,
                List.of(new HistoryTally.Family("checkout", "cache-loss", 12, Shop.NOW, Map.of(Kind.WORKED, 12L))),
                List.of(worked("ana", 12), worked("bo", 4), worked("cem", 4), worked("dia", 4)),
                Map.of(),
                Map.of());
        return new Question(of.roster(), of.results(), history, of.thresholds(), of.moment(), false, null, null, null);
    }

    private static Count worked(String who, long incidents) {
        return new Count("checkout", "cache-loss", Kind.WORKED, who, incidents);
    }
}
