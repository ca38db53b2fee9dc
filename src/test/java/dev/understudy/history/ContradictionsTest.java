package dev.understudy.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContradictionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant OPENED = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void nothing_is_wrong_with_an_incident_that_is_over_at_the_moment_it_began() {
        assertThat(texts(OPENED, OPENED, OPENED, 0)).isEmpty();
    }

    @Test
    void nothing_is_wrong_with_an_incident_that_nobody_took() {
        assertThat(texts(OPENED, null, null, 0)).isEmpty();
    }

    @Test
    void nobody_resolves_what_has_not_begun() {
        assertThat(texts(OPENED, null, OPENED.minusSeconds(1), 0))
                .containsExactly("resolved at 2026-03-02T11:59:59Z, before it was opened at 2026-03-02T12:00:00Z");
    }

    @Test
    void nobody_takes_what_has_not_begun_or_is_over() {
        assertThat(texts(OPENED, OPENED.minusSeconds(1), null, 0)).hasSize(1);
        assertThat(texts(OPENED, OPENED.plusSeconds(2), OPENED.plusSeconds(1), 0))
                .hasSize(1);
    }

    @Test
    void nothing_has_happened_that_is_yet_to_come() {
        assertThat(texts(NOW.plusSeconds(301), null, null, 0)).hasSize(1);
        assertThat(texts(NOW.plusSeconds(300), null, null, 0)).isEmpty();
    }

    @Test
    void nothing_happened_before_there_were_clocks_to_write_it_down() {
        assertThat(texts(Instant.EPOCH, null, null, 0)).hasSize(1);
        assertThat(texts(Instant.parse("0001-01-01T00:00:00Z"), null, null, 0)).hasSize(1);
    }

    @Test
    void nothing_goes_up_less_than_no_level() {
        assertThat(texts(OPENED, null, null, -1)).containsExactly("escalated -1 times");
    }

    @Test
    void every_contradiction_of_a_row_is_told() {
        assertThat(texts(OPENED, OPENED.minusSeconds(1), OPENED.minusSeconds(2), -3))
                .hasSize(4);
    }

    private static List<String> texts(
            Instant opened, @Nullable Instant acknowledged, @Nullable Instant resolved, int escalations) {
        Incident incident =
                new Incident("pager", "1", "checkout", "", opened, acknowledged, resolved, escalations, List.of());
        return Contradictions.of(incident, NOW).stream().map(Flaw::text).toList();
    }
}
