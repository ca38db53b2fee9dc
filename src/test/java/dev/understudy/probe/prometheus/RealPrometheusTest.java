package dev.understudy.probe.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.probe.Monitoring.Answer;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.Quality;
import dev.understudy.probe.Threshold;
import dev.understudy.probe.Threshold.Comparison;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real Prometheus answers; skipped where there is none. */
class RealPrometheusTest {
    @TempDir
    static Path folder;

    private static Exporter exporter;
    private static @Nullable RealPrometheus prometheus;
    private static PrometheusMonitoring monitoring;

    @BeforeAll
    static void start() throws IOException {
        exporter = new Exporter(() -> """
                ready{pod="a"} 1
                ready{pod="b"} 0
                nothing NaN
                """);
        prometheus = new RealPrometheus(exporter.target(), Duration.ofMillis(500), folder);
        monitoring = new PrometheusMonitoring(_ -> null, Optional.empty(), InstantSource.system());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> judged("ready{pod=\"a\"}") == Quality.GOOD);
    }

    @AfterAll
    static void stop() {
        exporter.close();
        if (prometheus != null) {
            prometheus.close();
        }
    }

    @Test
    void a_vector_is_judged_series_by_series_and_a_scalar_as_one() {
        assertThat(judged("ready")).isEqualTo(Quality.BAD);
        assertThat(judged("scalar(ready{pod=\"a\"})")).isEqualTo(Quality.GOOD);
        assertThat(judged("sum(ready)")).isEqualTo(Quality.GOOD);
    }

    @Test
    void no_data_and_no_number_are_unknown() {
        assertThat(judged("ready{pod=\"z\"}")).isEqualTo(Quality.UNKNOWN);
        assertThat(judged("nothing")).isEqualTo(Quality.UNKNOWN);
    }

    @Test
    void a_query_that_it_cannot_read_or_that_gives_no_numbers_is_told_in_its_words() {
        assertThat(why("sum(")).startsWith("Prometheus: it answers 400: ").contains("parse error");
        assertThat(why("ready[1m]")).contains("matrix").contains("ask for a scalar or an instant vector");
        assertThat(why("\"text\"")).contains("string");
    }

    @Test
    void the_age_of_the_data_is_that_of_its_scrape_and_not_of_the_question() {
        Awaitility.await()
                .untilAsserted(() -> assertThat(age("ready{pod=\"a\"}")).isGreaterThan(Duration.ofMillis(100)));
    }

    private static Duration age(String query) {
        return ((Answer.Measured) monitoring.ask(above0(query))).age();
    }

    private static Quality judged(String query) {
        ProbeCheck.Prometheus check = above0(query);
        return switch (monitoring.ask(check)) {
            case Answer.Measured(var samples, Duration _) ->
                check.threshold().judge(samples).quality();
            case Answer.Silent _ -> Quality.UNKNOWN;
        };
    }

    private static String why(String query) {
        return ((Answer.Silent) monitoring.ask(above0(query))).why();
    }

    private static ProbeCheck.Prometheus above0(String query) {
        return new ProbeCheck.Prometheus(
                prometheus == null ? "" : prometheus.url(),
                query,
                new Threshold(Comparison.ABOVE, BigDecimal.ZERO),
                null,
                Duration.ofSeconds(5));
    }
}
