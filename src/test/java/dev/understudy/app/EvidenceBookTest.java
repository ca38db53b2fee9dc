package dev.understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Outcome;
import dev.understudy.history.Incident;
import dev.understudy.history.Incidents;
import dev.understudy.independence.DrillResult;
import dev.understudy.independence.Thresholds;
import dev.understudy.journal.MemoryJournal;
import dev.understudy.report.Stories;
import dev.understudy.roster.Roster;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EvidenceBookTest {
    private static final List<Entry> DEBRIEFED = Stories.debriefed().entries();

    private static List<DrillResult> results(Instant moment) {
        MemoryJournal journal = new MemoryJournal();
        journal.append(Drill.of(DEBRIEFED).orElseThrow().briefing().drill(), 0, DEBRIEFED);
        Roster nobody = new Roster("shop", List.of(), List.of(), List.of(), List.of());
        return EvidenceBook.read(journal, new NoIncidents(), nobody, Thresholds.DEFAULT, moment, null, false)
                .results();
    }

    @Test
    void a_debrief_after_the_moment_asked_for_was_not_known_then() {
        Instant held = DEBRIEFED.stream()
                .filter(entry -> entry.event() instanceof DrillEvent.Debriefed)
                .findFirst()
                .orElseThrow()
                .stamp()
                .at();

        assertThat(results(held)).extracting(DrillResult::outcome).containsExactly(Outcome.RESCUED);
        assertThat(results(held.minusSeconds(1))).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.RECOVERED);
            assertThat(result.debrief()).isNull();
        });
    }

    /** A history in which nothing happened. */
    private static final class NoIncidents implements Incidents {
        @Override
        public List<Added> add(List<Incident> incidents) {
            return List.of();
        }

        @Override
        public SortedMap<String, Long> sources() {
            return new TreeMap<>();
        }

        @Override
        public long forget(String source) {
            return 0;
        }

        @Override
        public void each(Instant from, Instant to, Consumer<Incident> receiver) {}

        @Override
        public long count() {
            return 0;
        }
    }
}
