package dev.understudy.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, and how a request that cannot be served is told so: problem documents of RFC 9457. */
class RequestsTest {
    private static final String NOTHING_FIRES = "{\"version\":\"4\",\"alerts\":[]}";

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = House.open(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nobody_comes_in_without_a_token() throws Exception {
        HttpResponse<String> response =
                house.send(house.request(Endpoint.ALERTS).POST(HttpRequest.BodyPublishers.ofString(NOTHING_FIRES)));

        problem(response, 401, "send the token");
        assertThat(response.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer", "Basic realm=\"understudy\"");
    }

    @Test
    void the_token_of_the_webhooks_gives_no_orders_and_that_of_the_orders_opens_no_webhook() throws Exception {
        String orders = house.addresses.find().living().getFirst().token();

        problem(house.hook(Endpoint.ORDERS, "{\"order\":\"abort\",\"who\":\"bo\"}"), 401, "send the token");
        problem(house.post(Endpoint.ALERTS, orders, NOTHING_FIRES), 401, "send the token");
        assertThat(house.playing.news()).isEmpty();
    }

    @Test
    void a_webhook_may_send_its_token_as_a_password() throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString(("alertmanager:" + house.token.read()).getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> response = house.send(house.request(Endpoint.ALERTS)
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.ofString(NOTHING_FIRES)));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Bearer", "Bearer wrong", "Digest x", "Basic d3Jvbmc6d3Jvbmc="})
    void a_wrong_token_is_refused_however_it_is_sent(String authorization) throws Exception {
        HttpResponse<String> response = house.send(house.request(Endpoint.ALERTS)
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(NOTHING_FIRES)));

        problem(response, 401, "send the token");
    }

    @Test
    void an_unknown_address_is_told_which_there_are() throws Exception {
        problem(house.hook("/hooks/pager", "{}"), 404, "/orders, /hooks/alertmanager, /hooks/audit");
    }

    @Test
    void a_webhook_is_only_posted_to() throws Exception {
        HttpResponse<String> response = house.send(house.request(Endpoint.ALERTS)
                .header("Authorization", "Bearer " + house.token.read())
                .GET());

        problem(response, 405, "posted to");
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON", "[]", "null", "{} {}", "{\"version\": \"4\""})
    void a_body_that_is_no_json_object_is_refused_without_being_quoted(String body) throws Exception {
        problem(house.hook(Endpoint.ALERTS, body), 400, "the body is no JSON object");
    }

    @Test
    void a_body_that_is_too_long_is_not_read() throws Exception {
        HttpResponse<String> response = house.post(
                Endpoint.ORDERS, house.addresses.find().living().getFirst().token(), " ".repeat(70_000) + "{}");

        problem(response, 413, "at most 65536 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|field 'order' is missing or empty",
                "{'order':'dance','who':'bo'}|there is no order 'dance'; there is ack, note, hint",
                "{'order':'ack'}|field 'who' is missing or empty",
                "{'order':'ack','who':7}|field 'who' must be a text",
                "{'order':'ack','who':'bo','because':'x'}|unknown field 'because'",
                "{'order':'hint','who':'bo','level':'1'}|field 'level' must be a whole number",
                "{'order':'breach','who':'ana','kind':'sneezed'}|there is no kind 'sneezed'; there is looked, advised",
                "{'order':'glass','who':'bo','reason':'x','realEmergency':'no'}|'realEmergency' must be true or false"
            })
    void an_order_that_is_none_is_told_which_field_is_wrong(String order, String detail) throws Exception {
        String orders = house.addresses.find().living().getFirst().token();

        problem(house.post(Endpoint.ORDERS, orders, order.replace('\'', '"')), 400, detail);
        assertThat(house.playing.news()).isEmpty();
    }

    @Test
    void a_webhook_that_comes_before_the_drill_is_asked_to_come_again() throws Exception {
        try (House early = House.empty(folder.resolve("another"))) {
            HttpResponse<String> response = early.hook(Endpoint.ALERTS, NOTHING_FIRES);

            problem(response, 503, "the drill has not begun yet");
            assertThat(response.headers().firstValue("Retry-After")).contains("1");
        }
    }

    private static void problem(HttpResponse<String> response, int status, String detail) throws Exception {
        JsonNode problem = new JsonMapper().readTree(response.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).contains(detail);
    }
}
