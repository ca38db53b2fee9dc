package dev.understudy.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.drill.Outcome;
import dev.understudy.history.Incident;
import dev.understudy.history.MemoryIncidents;
import dev.understudy.independence.DrillResult;
import dev.understudy.independence.Thresholds;
import dev.understudy.journal.MemoryJournal;
import dev.understudy.report.Stories;
import dev.understudy.roster.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceBookTest {
    private static final List<Entry> DEBRIEFED = Stories.debriefed().entries();

    private final MemoryJournal journal = new MemoryJournal();
    private final MemoryIncidents incidents = new MemoryIncidents();

    private EvidenceBook book(Instant moment, @Nullable Instant since) {
        Roster nobody = new Roster("shop", List.of(), List.of(), List.of(), List.of());
        return EvidenceBook.read(journal, incidents, nobody, Thresholds.DEFAULT, moment, since, false);
    }

    private List<DrillResult> results(Instant moment) {
        return book(moment, null).results();
    }

    private void journaled(List<Entry> entries) {
        journal.append(Drill.of(entries).orElseThrow().briefing().drill(), 0, entries);
    }

    private void opened(String id, Instant at) {
        incidents.add(List.of(new Incident("pager", id, "checkout", "", at, null, null, 0, List.of())));
    }

    @Test
    void a_debrief_after_the_moment_asked_for_was_not_known_then() {
        journaled(DEBRIEFED);
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

    @Test
    void a_drill_that_was_not_closed_at_the_moment_asked_for_was_not_known_then() {
        journaled(DEBRIEFED);
        Instant closed = DEBRIEFED.stream()
                .filter(entry -> entry.event() instanceof DrillEvent.Closed)
                .findFirst()
                .orElseThrow()
                .stamp()
                .at();

        assertThat(results(closed)).hasSize(1);
        assertThat(results(closed.minusMillis(1))).isEmpty();
    }

    @Test
    void a_drill_that_is_not_over_is_no_evidence_yet() {
        journaled(DEBRIEFED.subList(0, 10));

        assertThat(results(Instant.MAX.minus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void incidents_count_from_the_window_or_from_since_whichever_is_later_and_up_to_the_moment() {
        Instant moment = Instant.parse("2026-11-22T00:00:00Z");
        Instant begin = moment.minus(Thresholds.DEFAULT.window());
        opened("before the window", begin.minusSeconds(1));
        opened("first of the window", begin);
        opened("yesterday", moment.minus(Duration.ofDays(1)));
        opened("too late", moment);

        assertThat(book(moment, null).history().incidents()).isEqualTo(2);
        assertThat(book(moment, begin.plusSeconds(1)).history().incidents()).isEqualTo(1);
        assertThat(book(moment, begin.minus(Duration.ofDays(90))).history().incidents())
                .isEqualTo(2);
    }
}
