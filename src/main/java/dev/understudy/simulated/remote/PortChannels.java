package dev.understudy.simulated.remote;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A port-forward in numbered streams: those of the port at place n are 2n for data and 2n + 1 for errors. On each the
 * server first names the port, in two bytes, the lower one first.
 */
final class PortChannels {
    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final ChannelProtocol protocol;
    private final List<HttpConversation> conversations = new ArrayList<>();

    PortChannels(Vertx vertx, ServerWebSocket socket, ChannelProtocol protocol, Runnable afterwards) {
        this.vertx = vertx;
        this.socket = socket;
        this.protocol = protocol;
        socket.closeHandler(gone -> {
            conversations.forEach(HttpConversation::end);
            afterwards.run();
        });
        socket.exceptionHandler(failure -> socket.close());
    }

    void serve(List<Integer> ports, List<PodPort> targets) {
        for (int place = 0; place < ports.size(); place++) {
            int data = 2 * place;
            byte[] name = {(byte) ports.get(place).intValue(), (byte) (ports.get(place) >>> 8)};
            write(data, name);
            write(data + 1, name);
            PodPort target = targets.get(place);
            String refusal = target.refusal();
            if (!refusal.isEmpty()) {
                write(data + 1, refusal.getBytes(StandardCharsets.UTF_8));
            }
            conversations.add(new HttpConversation(vertx, target::answer, bytes -> write(data, bytes), this::hangUp));
        }
        socket.handler(message -> hear(message, targets));
    }

    private void hear(Buffer message, List<PodPort> targets) {
        byte[] bytes = message.getBytes();
        if (bytes.length < 2) {
            return;
        }
        int stream = protocol.isBase64() ? bytes[0] - '0' : bytes[0] & 0xff;
        byte[] content = Arrays.copyOfRange(bytes, 1, bytes.length);
        boolean data = stream % 2 == 0 && stream / 2 < conversations.size();
        if (data && targets.get(stream / 2).refusal().isEmpty()) {
            conversations
                    .get(stream / 2)
                    .receive(protocol.isBase64() ? Base64.getDecoder().decode(content) : content);
        }
    }

    private void hangUp() {
        socket.close();
    }

    private void write(int stream, byte[] content) {
        if (protocol.isBase64()) {
            socket.writeTextMessage((char) ('0' + stream) + Base64.getEncoder().encodeToString(content));
        } else {
            socket.writeBinaryMessage(Buffer.buffer().appendByte((byte) stream).appendBytes(content));
        }
    }
}
