package dev.understudy.simulated.contract;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Speaks the numbered streams of exec, attach and port-forward without a library's help. */
final class ChannelClient implements WebSocket.Listener, AutoCloseable {
    private final Map<Integer, ByteArrayOutputStream> heard = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final WebSocket socket;

    /** Connects; throws {@link WebSocketHandshakeException} when the server refuses to. */
    ChannelClient(KubernetesClient client, String path, String protocol, Map<String, String> headers)
            throws WebSocketHandshakeException {
        WebSocket.Builder builder = client.getHttpClient().newWebSocketBuilder();
        headers.forEach(builder::header);
        if (!protocol.isEmpty()) {
            builder.subprotocol(protocol);
        }
        URI address = URI.create(client.getMasterUrl().toString().replaceAll("/$", "") + path);
        try {
            socket = builder.uri(address).buildAsync(this).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof WebSocketHandshakeException refused) {
                throw refused;
            }
            throw new AssertionError(path, failure);
        }
    }

    void send(int channel, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer message =
                ByteBuffer.allocate(bytes.length + 1).put((byte) channel).put(bytes);
        socket.send(message.flip());
    }

    /** Says that nothing more will be sent on a channel. */
    void close(int channel) {
        socket.send(ByteBuffer.wrap(new byte[] {(byte) 255, (byte) channel}));
    }

    /** What has come on a channel. */
    String heard(int channel) {
        ByteArrayOutputStream bytes = heard.get(channel);
        return bytes == null ? "" : bytes.toString(StandardCharsets.UTF_8);
    }

    /** Waits until the server has closed the connection. */
    ChannelClient untilClosed() throws Exception {
        end.get(30, TimeUnit.SECONDS);
        return this;
    }

    @Override
    public void onMessage(WebSocket from, ByteBuffer message) {
        int channel = message.get() & 0xff;
        byte[] rest = new byte[message.remaining()];
        message.get(rest);
        heard.computeIfAbsent(channel, unused -> new ByteArrayOutputStream()).writeBytes(rest);
        from.request();
    }

    @Override
    public void onMessage(WebSocket from, String message) {
        heard.computeIfAbsent(message.charAt(0) - '0', unused -> new ByteArrayOutputStream())
                .writeBytes(Base64.getDecoder().decode(message.substring(1)));
        from.request();
    }

    @Override
    public void onClose(WebSocket from, int code, String reason) {
        end.complete(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end.complete(null);
    }

    @Override
    public void close() {
        socket.sendClose(1000, "");
    }
}
