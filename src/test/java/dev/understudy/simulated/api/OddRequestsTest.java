package dev.understudy.simulated.api;

import static org.assertj.core.api.Assertions.assertThat;

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
}
