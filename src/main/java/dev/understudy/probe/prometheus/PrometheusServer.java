package dev.understudy.probe.prometheus;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One Prometheus, or whatever speaks its HTTP API. Redirects are not followed: a token is for one server. */
final class PrometheusServer {
    /** Longer answers than that no threshold can mean. */
    private static final long LONGEST = 4L << 20;

    private final HttpClient http;
    private final String base;
    private final Optional<String> token;

    /**
     * @param url of the server, with the prefix it is served under
     * @param token bearer token
     */
    PrometheusServer(HttpClient http, String url, Optional<String> token) {
        this.http = http;
        this.base = url.replaceFirst("/+$", "");
        this.token = token;
    }

    /** Asks; never throws for what the server does. No text of it holds the token. */
    PrometheusAnswer ask(String query, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .timeout(timeout)
                .header("Accept", "application/json");
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(
                request.build(), BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST));
        try {
            HttpResponse<String> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return PrometheusAnswer.of(response.statusCode(), response.body());
        } catch (ExecutionException e) {
            return new PrometheusAnswer.Failure(0, words(e.getCause() == null ? e : e.getCause(), timeout));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new PrometheusAnswer.Failure(0, late(timeout));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new PrometheusAnswer.Failure(0, "interrupted");
        }
    }

    private static String late(Duration timeout) {
        return "it does not answer within " + timeout.toMillis() + " ms";
    }

    private static String words(Throwable failure, Duration timeout) {
        if (failure instanceof HttpTimeoutException) {
            return late(timeout);
        }
        if (failure instanceof ConnectException) {
            return "it cannot be reached; check prometheus.url";
        }
        String why = failure instanceof IOException ? failure.getMessage() : null;
        return "the connection failed (" + (why == null ? failure.getClass().getSimpleName() : why) + ")";
    }
}
