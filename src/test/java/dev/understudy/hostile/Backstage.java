package dev.understudy.hostile;

import com.sun.net.httpserver.HttpExchange;
import dev.understudy.cluster.kubernetes.wire.Kubeconfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The way to the real server behind a hostile one, and each way of spoiling what comes back. */
final class Backstage implements AutoCloseable {
    private final HttpClient back;
    private final String address;

    Backstage(String kubeconfig) {
        Config config = Kubeconfig.text(kubeconfig, Optional.empty());
        config.setRequestRetryBackoffLimit(0);
        back = new JdkHttpClientFactory().newBuilder(config).build();
        address = config.getMasterUrl().replaceFirst("/$", "");
    }

    void spoil(Misdeed misdeed, HttpExchange exchange, byte[] body) throws IOException {
        boolean watch = exchange.getRequestURI().toString().contains("watch=true");
        switch (misdeed) {
            case Misdeed.Refuses(int status, String retryAfter) -> {
                if (!retryAfter.isEmpty()) {
                    exchange.getResponseHeaders().set("Retry-After", retryAfter);
                }
                answer(exchange, status, Statuses.of(status, exchange.getRequestMethod()));
            }
            case Misdeed.Hangup _ -> {}
            case Misdeed.LosesAnswer _ -> ask(exchange, body);
            case Misdeed.CutsBody _ -> {
                byte[] whole = ask(exchange, body).body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, whole.length);
                exchange.getResponseBody().write(whole, 0, whole.length / 2);
                exchange.getResponseBody().flush();
            }
            case Misdeed.DoesAndFails _ -> {
                ask(exchange, body);
                answer(exchange, 500, Statuses.of(500, exchange.getRequestMethod()));
            }
            case Misdeed.Impostor _ -> answer(exchange, 200, "<html><body>Please log in</body></html>");
            case Misdeed.Delays(var by) -> {
                pause(by.toMillis());
                if (watch) {
                    stream(exchange, Integer.MAX_VALUE);
                } else {
                    pass(exchange, body);
                }
            }
            case Misdeed.ResetsWatch _ -> stream(exchange, 1);
            case Misdeed.ExpiresWatch _ ->
                answer(exchange, 200, "{\"type\": \"ERROR\", \"object\": " + Statuses.of(410, "GET") + "}\n");
        }
    }

    void pass(HttpExchange exchange, byte[] body) throws IOException {
        HttpResponse<String> response = ask(exchange, body);
        answer(exchange, response.code(), response.body());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.replace("\r", "").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private HttpResponse<String> ask(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = request(exchange);
        if (body.length > 0) {
            request.method(
                    exchange.getRequestMethod(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    new String(body, StandardCharsets.UTF_8));
        }
        return back.sendAsync(request.build(), String.class).join();
    }

    private HttpRequest.Builder request(HttpExchange exchange) {
        return back.newHttpRequestBuilder()
                .uri(address + exchange.getRequestURI())
                .setHeader("Accept", "application/json");
    }

    /** Passes a watch on until either side ends it, or breaks it after so many pieces. */
    void stream(HttpExchange exchange, int pieces) throws IOException {
        CountDownLatch enough = new CountDownLatch(1);
        AtomicInteger left = new AtomicInteger(pieces);
        OutputStream[] out = new OutputStream[1];
        HttpResponse<AsyncBody> response = back.consumeBytes(request(exchange).build(), (buffers, source) -> {
                    if (left.getAndDecrement() > 0) {
                        for (ByteBuffer buffer : buffers) {
                            byte[] bytes = new byte[buffer.remaining()];
                            buffer.get(bytes);
                            out[0].write(bytes);
                        }
                        out[0].flush();
                        source.consume();
                    }
                    if (left.get() <= 0) {
                        enough.countDown();
                    }
                })
                .join();
        exchange.sendResponseHeaders(response.code(), 0);
        out[0] = exchange.getResponseBody();
        var unused = response.body().done().whenComplete((_, _) -> enough.countDown());
        response.body().consume();
        try {
            enough.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        response.body().cancel();
        if (left.get() > 0) {
            close(out[0]);
        }
    }

    /** Ends it in good order; where our side was cut there is nobody left to tell. */
    private static void close(OutputStream out) {
        try {
            out.close();
        } catch (IOException | CompletionException _) {
            // cut
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        back.close();
    }
}
