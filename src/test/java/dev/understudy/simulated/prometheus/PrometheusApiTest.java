package dev.understudy.simulated.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.simulated.metrics.Measured;
import dev.understudy.simulated.outlet.LoopbackServer;
import dev.understudy.simulated.traffic.Answer;
import org.junit.jupiter.api.Test;

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
}
