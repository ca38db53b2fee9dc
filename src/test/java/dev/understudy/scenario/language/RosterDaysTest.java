package dev.understudy.scenario.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.app.Catalog;
import dev.understudy.roster.Days;
import dev.understudy.roster.Responder;
import dev.understudy.roster.Roster;
import dev.understudy.roster.Specialty;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a roster says about the days of people, and about dependence that was accepted. */
class RosterDaysTest {
    private static final LocalDate CHRISTMAS = LocalDate.parse("2026-12-24");
    private static final String FILE = """
            apiVersion: understudy.dev/v1
            kind: Roster
            metadata: {name: shop}
            spec:
              responders:
                - name: ana
                  away:
                    - {from: 2026-12-21, to: 2027-01-03, reason: winter holidays}
                    - {from: 2027-02-15, to: 2027-02-15}
                  onCall: [{from: 2026-12-07, to: 2026-12-13}]
                - {name: bo}
              teams: [{name: payments, members: [ana, bo]}]
              incidentClasses: [{name: cache-loss}]
              services:
                - name: checkout
                  team: payments
                  specialties:
                    - {responder: ana, incidentClass: cache-loss, acceptedBy: Head of payments, reason: holds the key, until: 2019-06-30}
                    - {responder: ana, acceptedBy: Head of payments, reason: until bo is back, until: 2027-06-30}
            """;

    private final ScenarioFiles files = Catalog.files();

    @Test
    void reads_when_somebody_is_away_or_on_call_with_both_days_included() {
        Responder ana = roster().responder("ana").orElseThrow();

        assertThat(ana.away())
                .containsExactly(
                        new Days(LocalDate.parse("2026-12-21"), LocalDate.parse("2027-01-03"), "winter holidays"),
                        new Days(LocalDate.parse("2027-02-15"), LocalDate.parse("2027-02-15"), null));
        assertThat(ana.away().getFirst().hold(CHRISTMAS)).isTrue();
        assertThat(ana.onCall())
                .containsExactly(new Days(LocalDate.parse("2026-12-07"), LocalDate.parse("2026-12-13"), null));
    }

    @Test
    void reads_dependence_that_was_accepted_even_where_it_has_expired() {
        assertThat(roster().services().getFirst().specialties())
                .containsExactly(
                        new Specialty(
                                "ana",
                                "cache-loss",
                                "Head of payments",
                                "holds the key",
                                LocalDate.parse("2019-06-30")),
                        new Specialty(
                                "ana", null, "Head of payments", "until bo is back", LocalDate.parse("2027-06-30")));
    }

    private Roster roster() {
        Read<Roster> read = files.roster(Source.text("roster.yaml", FILE));
        assertThat(read).isInstanceOf(Read.Good.class);
        return ((Read.Good<Roster>) read).value();
    }
}
