package dev.understudy.probe.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.probe.Monitoring;
import dev.understudy.probe.Monitoring.Answer;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.Threshold;
import dev.understudy.probe.Threshold.Comparison;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server says or does, the answer is numbers or a reason, and the token goes nowhere else. */
class PrometheusMonitoringTest {
    private static final String TOKEN = "s3cr3t-token";
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
    private static final String VECTOR = """
            {"status":"success","data":{"resultType":"vector","result":[
              {"metric":{"__name__":"up","pod":"a"},"value":[%s,"%s"]}]}}""";

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @FunctionalInterface
    private interface Reaction {
        void to(HttpExchange exchange, String question) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(work -> Thread.ofVirtual().start(work));
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void the_token_of_the_environment_is_sent_and_stands_in_no_answer() {
        reacts((exchange, _) -> answer(exchange, 401, "who is " + TOKEN + "?"));

        Answer answer = monitoring().ask(check("up", "TOKEN"));

        assertThat(tokens).containsOnly("Bearer " + TOKEN);
        assertThat(answer.toString()).contains("tokenFrom").doesNotContain(TOKEN);
    }

    @Test
    void a_redirect_is_not_followed_for_the_token_is_for_one_server() {
        reacts((exchange, _) -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere/api/v1/query");
            answer(exchange, 302, "");
        });

        assertThat(why(monitoring().ask(check("up", "TOKEN")))).contains("302");
        assertThat(questions).allMatch(q -> q.startsWith("/prefix/api/v1/query"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two words", "line\nbreak"})
    void a_variable_that_holds_no_token_is_refused_before_anything_is_touched(String value) {
        Monitoring monitoring = new PrometheusMonitoring(_ -> value, Optional.empty(), InstantSource.fixed(NOW));

        assertThat(monitoring.obstacle(check("up", "TOKEN")))
                .hasValueSatisfying(
                        o -> assertThat(o.reason()).contains("TOKEN").contains("holds no token"));
    }

    @Test
    void without_a_url_the_clusters_own_server_is_asked_and_where_there_is_none_that_is_refused() {
        reacts((exchange, _) -> answer(exchange, 200, VECTOR.formatted(NOW.getEpochSecond(), "1")));
        ProbeCheck.Prometheus own = new ProbeCheck.Prometheus(
                null, "up", new Threshold(Comparison.ABOVE, BigDecimal.ZERO), null, Duration.ofSeconds(5));

        assertThat(monitoring().ask(own)).isInstanceOf(Answer.Measured.class);
        assertThat(monitoring().obstacle(own)).isEmpty();
        assertThat(new PrometheusMonitoring(_ -> null, Optional.empty(), InstantSource.fixed(NOW)).obstacle(own))
                .hasValueSatisfying(o -> assertThat(o.cure()).contains("prometheus.url"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "+Inf, Infinity", "-Inf, -Infinity", "NaN, NaN", "1e3, 1000"})
    void numbers_are_read_as_prometheus_writes_them(String written, double value) {
        reacts((exchange, _) -> answer(exchange, 200, VECTOR.formatted(NOW.getEpochSecond(), written)));

        Answer answer = monitoring().ask(check("up", null));

        assertThat(((Answer.Measured) answer).samples()).containsExactly(new Threshold.Sample("{pod=\"a\"}", value));
    }

    @Test
    void data_is_as_old_as_its_own_time_says_where_the_query_tells_it() {
        reacts((exchange, question) -> answer(
                exchange,
                200,
                VECTOR.formatted(
                        NOW.getEpochSecond(), question.contains("timestamp") ? NOW.getEpochSecond() - 12 : 1)));

        Answer answer = monitoring().ask(check("up", null));

        assertThat(((Answer.Measured) answer).age()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void a_query_that_has_no_time_is_not_asked_for_it_again() {
        reacts((exchange, question) -> {
            if (question.contains("timestamp")) {
                answer(exchange, 400, "{\"status\":\"error\",\"error\":\"expected vector\"}");
            } else {
                answer(
                        exchange,
                        200,
                        "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"7\"]}}");
            }
        });
        Monitoring monitoring = monitoring();

        monitoring.ask(check("scalar(up)", null));
        monitoring.ask(check("scalar(up)", null));

        assertThat(questions).filteredOn(q -> q.contains("timestamp")).hasSize(1);
        assertThat(questions).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | gateway on fire | it answers 500 and no JSON; is it Prometheus?",
                "200 | <html> | it answers 200 and no JSON; is it Prometheus?",
                "200 | {} | it answers 200",
                "200 | {\"status\":\"success\"} | the query's result is a ; ask for a scalar or an instant vector",
                "200 | {\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[]}} | its answer cannot be read; is it Prometheus?",
                "503 | {\"status\":\"error\",\"error\":\"query timed out\"} | it answers 503: query timed out"
            })
    void whatever_else_it_says_is_unknown_with_a_reason(int status, String body, String expected) {
        reacts((exchange, _) -> answer(exchange, status, body));

        assertThat(why(monitoring().ask(check("up", null)))).isEqualTo("Prometheus: " + expected);
    }

    @Test
    void a_server_that_does_not_answer_is_left_when_the_time_is_up() {
        reacts((_, _) -> await());

        assertThat(why(monitoring().ask(within(Duration.ofMillis(50))))).contains("does not answer within 50 ms");
    }

    @Test
    void an_answer_without_end_is_cut() {
        reacts((exchange, _) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                exchange.getResponseBody().write(zeros);
            }
        });

        assertThat(monitoring().ask(check("up", null))).isInstanceOf(Answer.Silent.class);
    }

    @Test
    void a_server_that_is_not_there_is_unknown() {
        server.stop(0);

        assertThat(why(monitoring().ask(check("up", null)))).contains("cannot be reached; check prometheus.url");
    }

    private void reacts(Reaction reaction) {
        server.createContext("/", exchange -> {
            questions.add(exchange.getRequestURI().toString());
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                    .ifPresent(tokens::add);
            reaction.to(exchange, exchange.getRequestURI().getQuery());
            exchange.close();
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Monitoring monitoring() {
        return new PrometheusMonitoring(
                Map.of("TOKEN", TOKEN)::get, Optional.of(URI.create(url())), InstantSource.fixed(NOW));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/prefix/";
    }

    private ProbeCheck.Prometheus check(String query, @Nullable String tokenFrom) {
        return new ProbeCheck.Prometheus(
                url(), query, new Threshold(Comparison.ABOVE, BigDecimal.ZERO), tokenFrom, Duration.ofSeconds(5));
    }

    private ProbeCheck.Prometheus within(Duration timeout) {
        return new ProbeCheck.Prometheus(url(), "up", new Threshold(Comparison.ABOVE, BigDecimal.ZERO), null, timeout);
    }

    private static String why(Answer answer) {
        return ((Answer.Silent) answer).why();
    }
}
