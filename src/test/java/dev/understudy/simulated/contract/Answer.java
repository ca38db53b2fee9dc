package dev.understudy.simulated.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * What the server answered to one request, refusals included.
 *
 * @param code HTTP status
 * @param body read as JSON, null when it is none
 * @param warnings texts of the Warning headers
 */
record Answer(int code, JsonNode body, List<String> warnings) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Sends a request as the client's user.
     *
     * @param type media type of the body; for a request without one, what to accept
     */
    static Answer to(KubernetesClient client, String method, String path, String type, String body) {
        String url = client.getMasterUrl().toString().replaceAll("/$", "") + path;
        HttpRequest.Builder request =
                client.getHttpClient().newHttpRequestBuilder().uri(url);
        if (body.isEmpty() && !method.equals("POST")) {
            request.method(method, "application/json", method.equals("GET") ? null : "")
                    .header("Accept", type);
        } else {
            request.method(method, type, body.replace('\'', '"'));
        }
        try {
            HttpResponse<String> response = client.getHttpClient()
                    .sendAsync(request.build(), String.class)
                    .get();
            return new Answer(response.code(), read(response.bodyString()), response.headers("Warning"));
        } catch (InterruptedException | ExecutionException | java.io.IOException failure) {
            throw new AssertionError(method + " " + path, failure);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return JSON.nullNode();
        }
    }

    String message() {
        return body.path("message").asText();
    }

    String reason() {
        return body.path("reason").asText();
    }
}
