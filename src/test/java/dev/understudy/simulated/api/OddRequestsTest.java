package dev.understudy.simulated.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests with numbers out of range and paths that lead nowhere: each is refused in words, none breaks the server. */
class OddRequestsTest extends ServerTest {
    private static final String SHOP = "/api/v1/namespaces/shop";

    @Test
    void a_path_with_a_broken_escape_is_400() {
        try (RawSocket socket = new RawSocket(cluster.url(), cluster.authority())) {
            socket.say("GET /api/v1/namespaces/%zz/pods HTTP/1.1", "Host: localhost", "")
                    .until("HTTP/1.1 400 Bad Request");
        }
    }

    @Test
    void a_watch_for_less_than_no_time_ends_with_an_error() {
        try (var lines = admin.lines(SHOP + "/pods?watch=true&timeoutSeconds=-1")) {
            assertThat(lines).singleElement().asString().contains("ERROR", "context deadline exceeded");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "abc, invalid syntax",
        "99999999999999999999, value out of range",
    })
    void a_number_that_cannot_be_read_is_400(String number, String why) {
        String message = "strconv.ParseInt: parsing \"" + number + "\": " + why;

        var watch = admin.get(SHOP + "/pods?watch=true&timeoutSeconds=" + number);
        var deletion = admin.delete(SHOP + "/configmaps/none?gracePeriodSeconds=" + number);

        assertThat(watch.status()).isEqualTo(400);
        assertThat(watch.message()).isEqualTo(message);
        assertThat(deletion.status()).isEqualTo(400);
        assertThat(deletion.message()).isEqualTo(message);
    }

    @Test
    void a_token_for_longer_than_the_server_counts_is_422() {
        String account = SHOP + "/serviceaccounts";
        admin.post(account, "{'apiVersion':'v1','kind':'ServiceAccount','metadata':{'name':'till'}}");

        var answer = admin.post(
                account + "/till/token",
                "{'apiVersion':'authentication.k8s.io/v1','kind':'TokenRequest',"
                        + "'spec':{'audiences':[],'expirationSeconds':9000000000000000000}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message()).endsWith("may not specify a duration larger than 2^32 seconds");
    }

    @Test
    void nothing_is_behind_a_subresource_but_a_proxy() {
        assertThat(admin.get("/api/v1/namespaces/shop/status/zz").status()).isEqualTo(404);
    }

    @Test
    void measurements_can_be_selected_by_name() {
        String nodes = "/apis/metrics.k8s.io/v1beta1/nodes";
        await().untilAsserted(
                        () -> assertThat(admin.get(nodes).body().path("items")).isNotEmpty());
        var first = admin.get(nodes).body().at("/items/0/metadata/name").asText();

        var one = admin.get(nodes + "?fieldSelector=metadata.name%3D" + first);
        var none = admin.get(nodes + "?fieldSelector=metadata.name%3Dnobody");

        assertThat(one.body().path("items")).hasSize(1);
        assertThat(none.body().path("items")).isEmpty();
        assertThat(admin.get(nodes + "?fieldSelector=spec.color%3Dred").status())
                .isEqualTo(400);
    }

    @Test
    void a_log_since_before_the_world_began_is_the_whole_log() {
        String pods = SHOP + "/pods";
        await().untilAsserted(() -> assertThat(
                        admin.get(pods).body().at("/items/0/status/phase").asText())
                .isEqualTo("Running"));
        String pod = admin.get(pods).body().at("/items/0/metadata/name").asText();

        var log = admin.get(pods + "/" + pod + "/log?sinceSeconds=9223372036854775807");

        assertThat(log.status()).isEqualTo(200);
        assertThat(admin.get(pods + "/" + pod + "/status/zz").status()).isEqualTo(404);
    }
}
