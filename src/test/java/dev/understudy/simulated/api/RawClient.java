package dev.understudy.simulated.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Speaks to the server without a Kubernetes library, where the exact bytes matter. */
public final class RawClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final String url;
    private final String token;

    public RawClient(String url, String authority, String token) {
        this.client = HttpClient.newBuilder().sslContext(trusting(authority)).build();
        this.url = url;
        this.token = token;
    }

    /** What came back. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {
        public String message() {
            return body.path("message").asText();
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, String body, String... headers) {
        return send(typed(path, "application/json", headers).POST(text(body)));
    }

    public Answer put(String path, String body) {
        return send(typed(path, "application/json").PUT(text(body)));
    }

    public Answer patch(String path, String type, String body) {
        return send(typed(path, type).method("PATCH", text(body)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, byte[] body, String type) {
        return send(typed(path, type).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Opens a stream of lines, such as a watch. */
    public Stream<String> lines(String path) {
        try {
            return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofLines())
                    .body();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            JsonNode body = json ? JSON.readTree(response.body()) : JSON.nullNode();
            return new Answer(response.statusCode(), body, response);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpRequest.Builder typed(String path, String type, String... headers) {
        return request(path, headers).header("Content-Type", type);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpRequest.BodyPublisher text(String body) {
        return HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }

    static SSLContext trusting(String authority) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            var bytes = new ByteArrayInputStream(authority.getBytes(StandardCharsets.US_ASCII));
            trusted.setCertificateEntry(
                    "simulated", CertificateFactory.getInstance("X.509").generateCertificate(bytes));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
