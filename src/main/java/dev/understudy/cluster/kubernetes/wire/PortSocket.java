package dev.understudy.cluster.kubernetes.wire;

import io.fabric8.kubernetes.client.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * Hears one forwarded port on a WebSocket in numbered streams: 0 brings data and 1 complaints, each after a first
 * message that names the port. Sends nothing.
 */
final class PortSocket implements WebSocket.Listener {
    private static final int DATA = 0;
    private static final int COMPLAINTS = 1;
    private static final int PORT_BYTES = 2;

    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<String> told = new CompletableFuture<>();
    private int dataBytes;
    private int complaintBytes;

    /** Completes when the server begins to forward; fails where the connection is cut before. */
    CompletableFuture<Void> begun() {
        return begun;
    }

    /**
     * Completes with the complaint why nobody accepted, or with an empty text when somebody did for sure: data came, or
     * the connection has been closed without a complaint. A pod that accepts and waits leaves it open.
     */
    CompletableFuture<String> told() {
        return told;
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer message) {
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        if (bytes.length > 0) {
            hear(bytes[0], bytes);
        }
        socket.request();
    }

    private void hear(int stream, byte[] bytes) {
        int size = bytes.length - 1;
        if (stream == DATA) {
            dataBytes += size;
        } else if (stream == COMPLAINTS) {
            int port = Math.min(size, Math.max(0, PORT_BYTES - complaintBytes));
            complaintBytes += size;
            if (size > port) {
                told.complete(new String(bytes, 1 + port, size - port, StandardCharsets.UTF_8).strip());
            }
        }
        if (dataBytes >= PORT_BYTES && complaintBytes >= PORT_BYTES) {
            begun.complete(null);
        }
        if (dataBytes > PORT_BYTES) {
            told.complete("");
        }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason) {
        socket.sendClose(code, reason);
        if (begun.isDone()) {
            told.complete("");
        } else {
            onError(socket, new IllegalStateException("closed with code " + code));
        }
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        begun.completeExceptionally(error);
        told.completeExceptionally(error);
    }
}
