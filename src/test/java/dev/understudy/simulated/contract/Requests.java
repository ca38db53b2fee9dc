package dev.understudy.simulated.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends requests whose very bytes and headers matter, with the login of a client. */
record Requests(KubernetesClient client, String namespace) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back. */
    record Answer(int code, JsonNode body, String text, List<String> warnings) {
        String message() {
            return body.path("message").asText();
        }

        List<String> causes() {
            return body.path("details").path("causes").findValues("field").stream()
                    .map(JsonNode::asText)
                    .toList();
        }
    }

    Answer get(String path) {
        return get(path, "application/json");
    }

    Answer get(String path, String accept) {
        return send(request(path).header("Accept", accept).build());
    }

    /** Quotes in the body may be written as apostrophes. */
    Answer post(String path, String body) {
        return write("POST", path, "application/json", body);
    }

    Answer put(String path, String body) {
        return write("PUT", path, "application/json", body);
    }

    Answer patch(String path, String type, String body) {
        return write("PATCH", path, type, body);
    }

    Answer merge(String path, String body) {
        return write("PATCH", path, "application/merge-patch+json", body);
    }

    Answer apply(String path, String manager, String body) {
        return write("PATCH", path + "?fieldManager=" + manager, "application/apply-patch+yaml", body);
    }

    Answer delete(String path, String options) {
        return write("DELETE", path, "application/json", options);
    }

    private Answer write(String method, String path, String type, String body) {
        return send(request(path)
                .header("User-Agent", "contract/1")
                .method(method, type, body.replace('\'', '"').replace("NS", namespace))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        String base = client.getMasterUrl().toString().replaceAll("/$", "");
        return client.getHttpClient().newHttpRequestBuilder().uri(base + path.replace("NS", namespace));
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.getHttpClient().sendAsync(request, String.class).get(30, TimeUnit.SECONDS);
            String text = response.body();
            JsonNode body = text.startsWith("{") ? JSON.readTree(text) : JSON.createObjectNode();
            return new Answer(response.code(), body, text, response.headers("Warning"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
