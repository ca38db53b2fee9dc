package dev.understudy.cluster.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.cluster.kubernetes.wire.Kubeconfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Stands between us and an API server, and loses, delays or forges what it is told to. */
final class Meddler implements AutoCloseable {
    /** A request as it passes: {@code PATCH /apis/...?query}. */
    record Passing(String method, String path) {
        boolean writes() {
            return !method.equals("GET") && !path.contains("dryRun");
        }

        boolean watches() {
            return path.contains("watch=true");
        }
    }

    /** What to do with a request. */
    sealed interface Trick {
        /** Nothing. */
        record Pass() implements Trick {}

        /** It never reaches the server. */
        record LoseRequest() implements Trick {}

        /** The server does it and nobody hears. */
        record LoseAnswer() implements Trick {}

        /** Something else happens first. */
        record After(Runnable first) implements Trick {}

        /** The server is not asked. */
        record Answer(int status, String retryAfter, String body) implements Trick {}
    }

    final Queue<Passing> seen = new ConcurrentLinkedQueue<>();
    private final HttpServer front;
    private final HttpClient back;
    private final String address;
    private final Set<HttpExchange> open = ConcurrentHashMap.newKeySet();
    private volatile Function<Passing, Trick> plan = p -> new Trick.Pass();

    Meddler(String kubeconfig) {
        try {
            Config config = Kubeconfig.text(kubeconfig, Optional.empty());
            config.setRequestRetryBackoffLimit(0);
            back = new JdkHttpClientFactory().newBuilder(config).build();
            address = config.getMasterUrl();
            front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            front.createContext("/", this::handle);
            front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            front.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of a kubeconfig that leads here. */
    String kubeconfig() {
        return """
                {"apiVersion": "v1", "kind": "Config", "current-context": "m",
                 "clusters": [{"name": "m", "cluster": {"server": "http://127.0.0.1:%d"}}],
                 "users": [{"name": "m", "user": {}}],
                 "contexts": [{"name": "m", "context": {"cluster": "m", "user": "m"}}]}
                """.formatted(front.getAddress().getPort());
    }

    /** Decides for every request from now on. */
    void plan(Function<Passing, Trick> decides) {
        plan = decides;
    }

    /** Plays one trick on the first write from now on, then none. */
    void onNextWrite(Trick trick) {
        ConcurrentLinkedQueue<Trick> left = new ConcurrentLinkedQueue<>(List.of(trick));
        plan(p -> {
            Trick next = p.writes() ? left.poll() : null;
            return next == null ? new Trick.Pass() : next;
        });
    }

    /** Breaks every connection that is in use. */
    void cut() {
        open.forEach(HttpExchange::close);
    }

    long writes() {
        return seen.stream().filter(Passing::writes).count();
    }

    @Override
    public void close() {
        cut();
        front.stop(0);
        back.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Passing passing = new Passing(
                exchange.getRequestMethod(), exchange.getRequestURI().toString());
        seen.add(passing);
        open.add(exchange);
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (plan.apply(passing)) {
                case Trick.Pass pass -> forward(exchange, passing, body, true);
                case Trick.LoseRequest lost -> {}
                case Trick.LoseAnswer lost -> forward(exchange, passing, body, false);
                case Trick.After(Runnable first) -> {
                    first.run();
                    forward(exchange, passing, body, true);
                }
                case Trick.Answer(int status, String retryAfter, String text) -> {
                    if (!retryAfter.isEmpty()) {
                        exchange.getResponseHeaders().set("Retry-After", retryAfter);
                    }
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            }
        } finally {
            open.remove(exchange);
        }
    }

    private void forward(HttpExchange exchange, Passing passing, byte[] body, boolean answer) throws IOException {
        HttpRequest.Builder request = back.newHttpRequestBuilder()
                .uri(address.replaceFirst("/$", "") + passing.path())
                .setHeader("Accept", "application/json");
        if (body.length > 0) {
            request.method(
                    passing.method(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    new String(body, StandardCharsets.UTF_8));
        }
        if (passing.watches()) {
            stream(exchange, request.build());
            return;
        }
        HttpResponse<String> response =
                back.sendAsync(request.build(), String.class).join();
        if (answer) {
            byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.code(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void stream(HttpExchange exchange, HttpRequest request) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        var response = back.consumeBytes(request, (buffers, source) -> {
                    for (ByteBuffer buffer : buffers) {
                        byte[] bytes = new byte[buffer.remaining()];
                        buffer.get(bytes);
                        out.write(bytes);
                    }
                    out.flush();
                    source.consume();
                })
                .join();
        response.body().consume();
        try {
            response.body().done().join();
        } catch (CompletionException e) {
            // our side was cut: nothing more to pass on
        }
    }
}
