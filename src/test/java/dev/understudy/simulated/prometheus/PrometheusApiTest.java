package dev.understudy.simulated.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.simulated.metrics.Measured;
import dev.understudy.simulated.outlet.LoopbackServer;
import dev.understudy.simulated.traffic.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusApiTest {
    private final Measured measured = new Measured().gauge(0, 1, "up", "pod", "a");
    private final PrometheusApi api =
            new PrometheusApi(measured.all, () -> Measured.START.plusSeconds(60), JsonNodeFactory.instance::arrayNode);

    private Answer get(String path) {
        return api.answer(new LoopbackServer.Request("GET", "localhost", path, ""));
    }

    @Test
    void an_instant_query_is_answered_for_now() {
        assertThat(get("/api/v1/query?query=up%7Bpod%3D%22a%22%7D").body())
                .isEqualTo("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":"
                        + "{\"__name__\":\"up\",\"pod\":\"a\"},\"value\":[1795255260,\"1\"]}]}}");
    }

    @Test
    void a_query_may_be_posted_as_a_form() {
        Answer answer = api.answer(new LoopbackServer.Request("POST", "", "/api/v1/query", "query=1%2B1&time=5"));

        assertThat(answer.body()).contains("\"scalar\",\"result\":[5,\"2\"]");
    }

    @Test
    void a_range_is_answered_step_by_step() {
        long start = Measured.START.getEpochSecond();

        assertThat(get("/api/v1/query_range?query=up&start=" + (start - 10) + "&end=" + (start + 20) + "&step=10s")
                        .body())
                .contains("\"matrix\"")
                .contains("[1795255200,\"1\"],[1795255210,\"1\"],[1795255220,\"1\"]]");
    }

    @Test
    void a_mistake_is_said_with_its_place() {
        Answer answer = get("/api/v1/query?query=sum(up");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"invalid parameter"
                        + " \\\"query\\\": 1:7: parse error: unexpected end of input, expected \\\")\\\"\"}");
    }

    @Test
    void labels_and_series_are_listed() {
        assertThat(get("/api/v1/label/__name__/values").body()).contains("[\"up\"]");
        assertThat(get("/api/v1/series?match[]=up").body()).contains("[{\"__name__\":\"up\",\"pod\":\"a\"}]");
        assertThat(get("/-/ready").status()).isEqualTo(200);
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(get("/api/v1/targets").status()).isEqualTo(404);
        assertThat(get("/api/v1/targets").body()).contains("not there in the simulated cluster's Prometheus");
    }

    private Answer posted(String query) {
        String form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return api.answer(new LoopbackServer.Request("POST", "localhost", "/api/v1/query", form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"up[99999999999999999999d]", "up offset 9999999999y", "rate(up[300y])", "0xffffffffffffffffffff"
            })
    void a_number_out_of_range_is_a_mistake_in_the_query(String query) {
        assertThat(posted(query).status()).isEqualTo(400);
    }

    @Test
    void a_query_that_is_too_deep_or_too_long_is_a_mistake() {
        assertThat(List.of(
                        posted("(".repeat(9_000) + "1" + ")".repeat(9_000)),
                        posted("-".repeat(9_000) + "1"),
                        posted("1" + "^1".repeat(9_000)),
                        posted("1" + "+1".repeat(9_000)),
                        posted("up{pod=~\"" + "(".repeat(50_000) + ")".repeat(50_000) + "\"}")))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(400))
                .allSatisfy(answer -> assertThat(answer.body()).contains("bad_data"));
    }

    @Test
    void a_text_may_be_long() {
        assertThat(posted("up{pod=\"" + "x".repeat(100_000) + "\"}").status()).isEqualTo(200);
        assertThat(posted("up offset " + "1ms".repeat(10_000)).status()).isEqualTo(200);
    }

    @Test
    void a_failure_is_answered_as_one() {
        PrometheusApi broken = new PrometheusApi(measured.all, () -> Measured.START, () -> {
            throw new IllegalStateException("no alerts today");
        });

        Answer answer = broken.answer(new LoopbackServer.Request("GET", "localhost", "/api/v1/alerts", ""));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("\"errorType\":\"internal\"").contains("no alerts today");
    }
}
