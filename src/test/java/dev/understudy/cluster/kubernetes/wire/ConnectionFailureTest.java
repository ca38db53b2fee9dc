package dev.understudy.cluster.kubernetes.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which a connection can fail, and what is said about it. */
class ConnectionFailureTest {
    private static final ObjectRef WEB = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "web");
    private static final ObjectRef SECRET = new ObjectRef(ResourceType.SECRET, "shop", "db");

    private static Certificates certificates;

    @BeforeAll
    static void makeCertificates(@TempDir Path directory) throws Exception {
        certificates = new Certificates(directory);
    }

    @Test
    void a_host_name_that_nobody_knows() {
        assertThat(failure("http://no-such-host.invalid:6443"))
                .satisfies(is(Kind.UNREACHABLE, "no-such-host.invalid of the API server cannot be resolved"));
    }

    @Test
    void a_port_that_nobody_listens_on() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(failure("http://127.0.0.1:" + port)).satisfies(is(Kind.UNREACHABLE, "refuses connections"));
    }

    @Test
    void a_server_that_never_answers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertThat(failure("http://127.0.0.1:" + silent.getLocalPort()))
                    .satisfies(is(Kind.UNREACHABLE, "did not answer in time"));
        }
    }

    @Test
    void a_connection_that_is_cut() throws IOException {
        try (Scripted server = new Scripted()) {
            assertThat(failure(server.address())).satisfies(is(Kind.UNREACHABLE, "was cut"));
        }
    }

    @Test
    void a_certificate_of_an_unknown_authority() throws Exception {
        try (TlsServer server = new TlsServer(certificates.server("good", "ip:127.0.0.1", "-1d"))) {
            assertThat(failure("https://127.0.0.1:" + server.port()))
                    .satisfies(is(Kind.CERTIFICATE, "signed by an authority that the kubeconfig does not name"));
        }
    }

    @Test
    void a_certificate_that_has_expired() throws Exception {
        try (TlsServer server = new TlsServer(certificates.server("old", "ip:127.0.0.1", "-30d"))) {
            assertThat(failure("https://127.0.0.1:" + server.port(), certificates.authority(), "{}"))
                    .satisfies(is(Kind.CERTIFICATE, "has expired"));
        }
    }

    @Test
    void a_certificate_for_another_address() throws Exception {
        try (TlsServer server = new TlsServer(certificates.server("other", "dns:elsewhere.example", "-1d"))) {
            assertThat(failure("https://127.0.0.1:" + server.port(), certificates.authority(), "{}"))
                    .satisfies(is(Kind.CERTIFICATE, "is not for the address"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | UNAUTHENTICATED | the API server does not know us (401): the token in the kubeconfig has expired",
                "403 | FORBIDDEN | not allowed to get deployments.apps web in namespace shop; `understudy rbac`",
                "404 | NOT_FOUND | not found: get deployments.apps web",
                "409 | CONFLICT | somebody else was first",
                "410 | NOT_FOUND | too old",
                "413 | TOO_LARGE | too large for the API server",
                "422 | INVALID | the API server refuses",
                "429 | UNAVAILABLE | the API server is overloaded (429",
                "500 | UNAVAILABLE | the API server is failing (500",
                "503 | UNAVAILABLE | the API server is failing (503",
            })
    void an_answer_other_than_success(int status, Kind kind, String message) throws IOException {
        try (Scripted server = new Scripted(status, "0", status(status, "us cannot do that"))) {
            assertThat(failure(server.address(), "", "{token: t}")).satisfies(is(kind, message));
        }
    }

    @Test
    void a_proxy_in_between_that_answers_for_the_server() throws IOException {
        try (Scripted server = new Scripted(502, "0", "<html>bad gateway</html>")) {
            assertThat(failure(server.address()))
                    .satisfies(is(Kind.UNREACHABLE, "something between us and the API server answered 502"));
        }
    }

    @Test
    void a_quota_is_not_taken_for_a_missing_permission() {
        Call call = Call.get(WEB);
        Reply reply = new Reply(403, Optional.empty(), status(403, "exceeded quota: small"));

        assertThat(StatusFailure.of(call, reply, "").getMessage())
                .contains("exceeded quota: small")
                .doesNotContain("understudy rbac");
    }

    @ParameterizedTest
    @CsvSource({"400", "403", "409", "422", "500"})
    void the_servers_message_about_a_secret_is_never_shown(int status) {
        Reply reply = new Reply(status, Optional.empty(), status(status, "invalid: s3cret"));

        assertThat(StatusFailure.of(Call.get(SECRET), reply, "").getMessage()).doesNotContain("s3cret");
        assertThat(StatusFailure.words(Call.get(SECRET), reply)).doesNotContain("s3cret");
    }

    @Test
    void a_message_that_repeats_the_whole_object_is_never_shown() {
        Reply reply = new Reply(422, Optional.empty(), status(422, "patch: Invalid value: s3cret"));

        assertThat(StatusFailure.of(Call.get(WEB), reply, "").getMessage()).doesNotContain("s3cret");
        assertThat(StatusFailure.words(Call.get(WEB), reply)).doesNotContain("s3cret");
    }

    @Test
    void a_read_is_asked_three_times_and_a_write_once() throws IOException {
        try (Scripted reading = new Scripted(503, "0", status(503, "busy"));
                Scripted writing = new Scripted(503, "0", status(503, "busy"));
                ApiServer one = open(reading.address(), "", "{}");
                ApiServer two = open(writing.address(), "", "{}")) {
            one.ask(Call.get(WEB));
            two.ask(Call.create(ResourceType.CONFIG_MAP, "shop", Map.of(), Map.of()));

            assertThat(reading.asked).hasValue(3);
            assertThat(writing.asked).hasValue(1);
        }
    }

    private static Consumer<ClusterException> is(Kind kind, String message) {
        return e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e).hasMessageContaining(message);
        };
    }

    private static ClusterException failure(String url) {
        return failure(url, "", "{}");
    }

    private static ClusterException failure(String url, String authority, String user) {
        try (ApiServer server = open(url, authority, user)) {
            Call call = Call.get(WEB);
            Reply reply = server.ask(call);
            return server.failure(call, reply);
        } catch (ClusterException e) {
            return e;
        }
    }

    private static ApiServer open(String url, String authority, String user) {
        String trust = authority.isEmpty() ? "" : ", certificate-authority-data: " + authority;
        String config = """
                current-context: x
                clusters: [{name: c, cluster: {server: "%s"%s}}]
                users: [{name: u, user: %s}]
                contexts: [{name: x, context: {cluster: c, user: u}}]
                """.formatted(url, trust, user);
        return Connection.open(
                Kubeconfig.text(config, Optional.empty()),
                "understudy/test",
                Duration.ofSeconds(1),
                InstantSource.system());
    }

    private static String status(int code, String message) {
        return "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"reason\": \"R\", \"message\": \"%s\", \"code\": %d}"
                .formatted(message, code);
    }

    /** Answers every request alike, or cuts. */
    private static final class Scripted implements AutoCloseable {
        final AtomicInteger asked = new AtomicInteger();
        private final HttpServer server;

        /** Cuts. */
        Scripted() throws IOException {
            this(0, "", "");
        }

        Scripted(int status, String retryAfter, String body) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.incrementAndGet();
                try (exchange) {
                    if (status > 0) {
                        exchange.getResponseHeaders().set("Retry-After", retryAfter);
                        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(status, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                }
            });
            server.start();
        }

        @Override
        public void close() {
            server.stop(0);
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }
    }
}
