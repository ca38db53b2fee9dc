package dev.understudy.cluster.kubernetes.wire;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reaches a port of a pod as {@code kubectl port-forward} does, to learn whether something accepts there. The node
 * complains at once when nothing does, and is silent otherwise; so silence for a moment is an acceptance.
 */
final class Forwarding {
    /** How long a node may take to complain: it asks an address of its own. */
    private static final Duration COMPLAINT = Duration.ofMillis(200);

    private static final String PROTOCOL = "v4.channel.k8s.io";
    private static final int NORMAL = 1000;

    private final HttpClient http;
    private final String address;

    Forwarding(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    /** @throws ClusterException of kind {@code UNREACHABLE} when the connection to the API server breaks */
    Forwarded open(String path, Duration limit) {
        PortSocket heard = new PortSocket();
        CompletableFuture<WebSocket> opening = http.newWebSocketBuilder()
                .uri(WebSocket.toWebSocketUri(URI.create(address + path)))
                .subprotocol(PROTOCOL)
                .buildAsync(heard);
        try {
            return listen(opening, heard, System.nanoTime() + limit.toNanos());
        } catch (TimeoutException e) {
            return new Forwarded.Slow();
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException(Kind.UNREACHABLE, "interrupted while waiting for the API server", e);
        } finally {
            opening.thenAccept(socket -> socket.sendClose(NORMAL, "seen"));
        }
    }

    private static Forwarded listen(CompletableFuture<WebSocket> opening, PortSocket heard, long until)
            throws InterruptedException, ExecutionException, TimeoutException {
        opening.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        heard.begun().get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            String complaint = heard.told().get(COMPLAINT.toMillis(), TimeUnit.MILLISECONDS);
            return complaint.isEmpty() ? new Forwarded.Accepted() : new Forwarded.Refused(complaint);
        } catch (TimeoutException e) {
            return new Forwarded.Accepted();
        }
    }

    private Forwarded failed(Throwable cause) {
        if (cause instanceof WebSocketHandshakeException denied) {
            return new Forwarded.Denied(denied.getResponse().code());
        }
        throw ConnectionFailure.of(cause, address);
    }
}
