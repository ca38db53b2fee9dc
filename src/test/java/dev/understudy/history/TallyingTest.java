package dev.understudy.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.history.HistoryTally.Count;
import dev.understudy.history.HistoryTally.Family;
import dev.understudy.history.Participation.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TallyingTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-07-01T00:00:00Z");
    /** A Wednesday. */
    private static final Instant DAY = Instant.parse("2026-03-04T12:00:00Z");

    private final Tallying tallying = new Tallying(FROM, TO);

    @Test
    void counts_families_the_most_frequent_first() {
        tallying.accept(incident("search", "", DAY, 0));
        tallying.accept(incident("checkout", "cache-loss", DAY.plusSeconds(5), 0));
        tallying.accept(incident("checkout", "cache-loss", DAY, 0));

        assertThat(tallying.tally().incidents()).isEqualTo(3);
        assertThat(tallying.tally().families())
                .containsExactly(
                        new Family("checkout", "cache-loss", 2, DAY.plusSeconds(5)), new Family("search", "", 1, DAY));
    }

    @Test
    void counts_an_incident_once_for_each_responder_and_kind() {
        tallying.accept(incident(
                "checkout",
                "cache-loss",
                DAY,
                0,
                part("ana", Kind.WORKED),
                part("ana", Kind.WORKED),
                part("ana", Kind.ACKNOWLEDGED),
                part("bo", Kind.WORKED)));

        assertThat(tallying.tally().counts())
                .containsExactly(
                        new Count("checkout", "cache-loss", Kind.ACKNOWLEDGED, "ana", 1),
                        new Count("checkout", "cache-loss", Kind.WORKED, "ana", 1),
                        new Count("checkout", "cache-loss", Kind.WORKED, "bo", 1));
    }

    @Test
    void an_incident_on_which_two_worked_is_one_incident_that_was_worked_on() {
        tallying.accept(incident("checkout", "a", DAY, 0, part("ana", Kind.WORKED), part("bo", Kind.WORKED)));
        tallying.accept(incident("checkout", "a", DAY, 0, part("ana", Kind.WORKED), part("cem", Kind.WORKED)));
        tallying.accept(incident("checkout", "a", DAY, 0, part("cem", Kind.ADVISED)));

        HistoryTally tally = tallying.tally();

        assertThat(tally.incidents("checkout", "a", Kind.WORKED)).isEqualTo(2);
        assertThat(tally.incidents("checkout", "a", Kind.ADVISED)).isEqualTo(1);
        assertThat(tally.incidents("checkout", "a", Kind.RESOLVED)).isZero();
    }

    @Test
    void an_incident_interrupts_a_responder_once_in_the_week_that_begins_on_monday() {
        tallying.accept(incident("checkout", "", DAY, 0, part("ana", Kind.WORKED), part("ana", Kind.ADVISED)));
        tallying.accept(incident("search", "", Instant.parse("2026-03-08T23:59:59Z"), 0, part("ana", Kind.CHANGED)));
        tallying.accept(incident("search", "", Instant.parse("2026-03-09T00:00:00Z"), 0, part("ana", Kind.REASSIGNED)));

        assertThat(tallying.tally().interruptions())
                .containsExactly(Map.entry(
                        "ana",
                        new TreeMap<>(Map.of(LocalDate.parse("2026-03-02"), 2, LocalDate.parse("2026-03-09"), 1))));
    }

    @Test
    void closing_an_incident_interrupts_nobody() {
        tallying.accept(incident("checkout", "", DAY, 0, part("bo", Kind.RESOLVED)));

        assertThat(tallying.tally().interruptions()).isEmpty();
        assertThat(tallying.tally().counts()).containsExactly(new Count("checkout", "", Kind.RESOLVED, "bo", 1));
    }

    @Test
    void tells_how_far_incidents_of_a_service_went_up() {
        tallying.accept(incident("checkout", "a", DAY, 2));
        tallying.accept(incident("checkout", "b", DAY, 0));
        tallying.accept(incident("checkout", "b", DAY, 0));

        assertThat(tallying.tally().escalations())
                .containsExactly(Map.entry("checkout", new TreeMap<>(Map.of(0, 2L, 2, 1L))));
    }

    @Test
    void passes_over_what_opened_outside_of_the_stretch() {
        tallying.accept(incident("checkout", "", FROM.minusNanos(1), 0));
        tallying.accept(incident("checkout", "", TO, 0));

        assertThat(tallying.tally()).isEqualTo(HistoryTally.empty(FROM, TO));
    }

    @Test
    void a_tally_does_not_change_when_more_is_added() {
        tallying.accept(incident("checkout", "", DAY, 0, part("bo", Kind.WORKED)));
        HistoryTally before = tallying.tally();
        String then = before.toString();

        tallying.accept(incident("checkout", "", DAY, 0, part("bo", Kind.WORKED)));

        assertThat(before).hasToString(then);
    }

    @Test
    void adds_up_what_a_store_holds() {
        Incidents store = new MemoryIncidents();
        store.add(List.of(incident("checkout", "", DAY, 1, part("bo", Kind.WORKED))));
        tallying.accept(incident("checkout", "", DAY, 1, part("bo", Kind.WORKED)));

        assertThat(Tallying.of(store, FROM, TO)).isEqualTo(tallying.tally());
    }

    private static Participation part(String who, Kind kind) {
        return new Participation(who, kind);
    }

    private static Incident incident(
            String service, String incidentClass, Instant opened, int escalations, Participation... parts) {
        return new Incident("pager", "1", service, incidentClass, opened, null, null, escalations, List.of(parts));
    }
}
