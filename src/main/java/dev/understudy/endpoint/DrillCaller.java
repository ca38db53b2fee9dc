package dev.understudy.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Gives orders to a living drill of this machine. */
public final class DrillCaller {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final JsonMapper JSON = new JsonMapper();

    private DrillCaller() {}

    /**
     * Gives an order and waits for what the drill made of it.
     *
     * @throws RequestProblem when the order does not fit the drill
     * @throws IOException when the drill does not answer
     */
    public static Answer call(Address address, Order order) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.port() + Endpoint.ORDERS))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + address.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(OrderJson.write(order).toString()))
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode json = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new RequestProblem(
                        response.statusCode(),
                        json.path("title").asText(),
                        json.path("detail").asText());
            }
            return Answer.read(json);
        }
    }
}
