package dev.understudy.simulated.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Writer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Clients that ask for much at once, read nothing, say half of it, or vanish. */
class RoughClientsTest extends ServerTest {
    private static final int BURST = 10_000;

    @Test
    void ten_thousand_requests_at_once_are_all_answered() throws Exception {
        Vertx vertx = Vertx.vertx();
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setSsl(true).setTrustAll(true).setVerifyHost(false),
                new PoolOptions().setHttp1MaxSize(64));
        AtomicInteger good = new AtomicInteger();
        CountDownLatch answered = new CountDownLatch(BURST);
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(cluster.url() + "/api/v1/namespaces/shop")
                .putHeader("Authorization", "Bearer admin-token");

        for (int i = 0; i < BURST; i++) {
            client.request(options)
                    .compose(request ->
                            request.send().compose(HttpClientResponse::end).map(done -> request))
                    .onSuccess(request -> good.incrementAndGet())
                    .onComplete(done -> answered.countDown());
        }

        assertThat(answered.await(120, TimeUnit.SECONDS)).isTrue();
        assertThat(good).hasValue(BURST);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_watcher_that_does_not_read_is_cut_and_holds_up_nobody() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        try (AutoCloseable _ = cluster.onAudit(event -> noteEndOfWatch(event, cut));
                RawSocket slow = watching()) {
            for (int i = 0; i < 120; i++) {
                write(i);
            }
            String last = "/api/v1/namespaces/shop/configmaps/big";

            assertThat(admin.get(last).body().at("/data/round").asText()).isEqualTo("119");
            assertThat(cut.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(slow.untilCut()).isLessThan(120L * 900_000);
        }
    }

    private static void noteEndOfWatch(ObjectNode event, CountDownLatch cut) {
        if (event.path("verb").asText().equals("watch")
                && event.path("stage").asText().equals("ResponseComplete")) {
            cut.countDown();
        }
    }

    /** Each copy into the innermost object doubles the depth, far beyond what any stack can follow. */
    @Test
    void a_request_that_breaks_the_server_is_answered_and_harms_no_other() {
        StringBuilder patch = new StringBuilder("[{'op':'add','path':'/data','value':{'a':{}}}");
        for (int depth = 1; depth < 300_000; depth *= 2) {
            String innermost = "/data" + "/a".repeat(depth);
            patch.append(",{'op':'copy','from':'/data','path':'")
                    .append(innermost)
                    .append("/a'}");
        }
        admin.post(CONFIG_MAPS, "{'metadata':{'name':'deep'}}");

        var answer =
                admin.patch(CONFIG_MAPS + "/deep", JSON_PATCH, patch.append(']').toString());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().path("reason").asText()).isEqualTo("InternalError");
        assertThat(admin.get(CONFIG_MAPS + "/deep").status()).isEqualTo(200);
        assertThat(admin.patch(CONFIG_MAPS + "/deep", MERGE_PATCH, "{'data':{'x':'y'}}")
                        .status())
                .isEqualTo(200);
    }

    private RawSocket watching() {
        return new RawSocket(cluster.url(), cluster.authority())
                .say(
                        "GET /api/v1/namespaces/shop/configmaps?watch=true HTTP/1.1",
                        "Host: localhost",
                        "Authorization: Bearer admin-token",
                        "")
                .until("\r\n\r\n");
    }

    private void write(int round) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        map.putObject("metadata").put("name", "big").put("namespace", "shop");
        map.putObject("data").put("round", Integer.toString(round)).put("ballast", "x".repeat(900_000));
        if (round == 0) {
            cluster.store().create(Kinds.CONFIG_MAP, map, Writer.updating("test"));
        } else {
            cluster.store().update(Kinds.CONFIG_MAP, map, Writer.updating("test"));
        }
    }

    @Test
    void half_a_request_is_no_request() {
        try (RawSocket half = new RawSocket(cluster.url(), cluster.authority())) {
            half.say(
                    "POST /api/v1/namespaces/shop/configmaps HTTP/1.1",
                    "Host: localhost",
                    "Authorization: Bearer admin-token",
                    "Content-Type: application/json",
                    "Content-Length: 100",
                    "",
                    "{\"metadata\":{\"name\":\"half\"}}");
        }

        assertThat(admin.get(CONFIG_MAPS + "/half").status()).isEqualTo(404);
    }

    @Test
    void nonsense_instead_of_a_request_is_refused() {
        try (RawSocket nonsense = new RawSocket(cluster.url(), cluster.authority())) {
            nonsense.say("BREW", "").until("400 Bad Request");
        }
    }

    @Test
    void a_command_whose_client_vanishes_is_killed() {
        String pod = readyPod();
        List<ObjectNode> heard = new CopyOnWriteArrayList<>();
        try (AutoCloseable listening = cluster.onAudit(heard::add)) {
            try (RawSocket client = new RawSocket(cluster.url(), cluster.authority())) {
                client.say(
                                "GET /api/v1/namespaces/shop/pods/" + pod
                                        + "/exec?command=sleep&command=infinity&stdout=true HTTP/1.1",
                                "Host: localhost",
                                "Authorization: Bearer admin-token",
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                                "Sec-WebSocket-Protocol: v5.channel.k8s.io",
                                "")
                        .until("\r\n\r\n");
            }

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(heard)
                            .filteredOn(event ->
                                    event.at("/objectRef/subresource").asText().equals("exec"))
                            .extracting(
                                    event -> event.path("stage").asText(),
                                    event -> event.path("verb").asText(),
                                    event -> event.at("/responseStatus/code").asInt())
                            .containsExactly(
                                    tuple("ResponseStarted", "get", 101), tuple("ResponseComplete", "get", 101)));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private String readyPod() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> cluster.store().list(Kinds.POD, "shop").stream()
                        .anyMatch(pod -> pod.at("/status/phase").asText().equals("Running")));
        return cluster.store().list(Kinds.POD, "shop").stream()
                .filter(pod -> pod.at("/status/phase").asText().equals("Running"))
                .findFirst()
                .orElseThrow()
                .at("/metadata/name")
                .asText();
    }
}
