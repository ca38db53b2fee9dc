package dev.understudy.report.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Outcome;
import dev.understudy.independence.TrendPoint;
import dev.understudy.independence.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictPicturesTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void a_trend_is_told_by_its_ends_and_the_changes_of_its_verdict() {
        List<TrendPoint> trend = IntStream.range(0, 200)
                .mapToObj(day -> new TrendPoint(
                        FIRST.plus(Duration.ofDays(day)),
                        "d-" + day,
                        "cache-loss",
                        Outcome.RECOVERED,
                        true,
                        "",
                        day < 100 ? Verdict.INSUFFICIENT : Verdict.INDEPENDENT,
                        0.5))
                .toList();

        assertThat(VerdictPictures.turns(trend).split("; "))
                .hasSize(3)
                .satisfiesExactly(
                        first -> assertThat(first).contains("1 Jan 2026"),
                        turn -> assertThat(turn).contains("11 Apr 2026", "independent"),
                        last -> assertThat(last).contains("19 Jul 2026"));
    }
}
