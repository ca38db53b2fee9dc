package dev.understudy.simulated.outlet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.simulated.traffic.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A plain HTTP server on 127.0.0.1. Each request has a thread of its own, which waits as long as the answer takes. */
public final class LoopbackServer implements AutoCloseable {
    private static final int LARGEST_BODY = 1 << 20;

    /** A request. Header and body are as sent; {@code path} has its query, undecoded. */
    public record Request(String method, String host, String path, String body) {}

    /** Answers requests; called from many threads. */
    @FunctionalInterface
    public interface Responder {
        /** Returns the answer at once; the server waits for its latency. */
        Answer answer(Request request);
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Responder responder;

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @throws PortTaken when the port cannot be had
     */
    public LoopbackServer(int port, Responder responder) {
        this.responder = responder;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (SocketException taken) {
            threads.close();
            throw new PortTaken(port, taken);
        } catch (IOException taken) {
            threads.close();
            throw new IllegalStateException("cannot listen on port " + port + ": " + taken.getMessage(), taken);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = responder.answer(read(exchange));
            Thread.sleep(answer.latency());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        try (InputStream body = exchange.getRequestBody()) {
            return new Request(
                    exchange.getRequestMethod(),
                    Objects.requireNonNullElse(host, ""),
                    exchange.getRequestURI().toASCIIString(),
                    new String(body.readNBytes(LARGEST_BODY), StandardCharsets.UTF_8));
        }
    }

    /** Stops at once; requests under way are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
