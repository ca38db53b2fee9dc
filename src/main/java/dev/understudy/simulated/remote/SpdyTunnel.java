package dev.understudy.simulated.remote;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.spdy.DefaultSpdyDataFrame;
import io.netty.handler.codec.spdy.DefaultSpdySynReplyFrame;
import io.netty.handler.codec.spdy.SpdyDataFrame;
import io.netty.handler.codec.spdy.SpdyFrame;
import io.netty.handler.codec.spdy.SpdyFrameCodec;
import io.netty.handler.codec.spdy.SpdyHeaders;
import io.netty.handler.codec.spdy.SpdyPingFrame;
import io.netty.handler.codec.spdy.SpdyRstStreamFrame;
import io.netty.handler.codec.spdy.SpdySynStreamFrame;
import io.netty.handler.codec.spdy.SpdyVersion;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A port-forward as kubectl does it: SPDY frames inside the messages of a WebSocket. For each connection the client
 * opens two streams with the same request id, one for errors and one for data. All on one event loop.
 */
final class SpdyTunnel {
    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final IntFunction<PodPort> ports;
    private final EmbeddedChannel codec = new EmbeddedChannel(new SpdyFrameCodec(SpdyVersion.SPDY_3_1));
    /** The error stream of each request id. */
    private final Map<String, Integer> errors = new HashMap<>();
    /** The connection of each data stream. */
    private final Map<Integer, Connection> connections = new HashMap<>();

    private boolean over;

    SpdyTunnel(Vertx vertx, ServerWebSocket socket, IntFunction<PodPort> ports, Runnable afterwards) {
        this.vertx = vertx;
        this.socket = socket;
        this.ports = ports;
        socket.closeHandler(gone -> {
            end();
            afterwards.run();
        });
        socket.exceptionHandler(failure -> socket.close());
        socket.handler(this::hear);
    }

    /** A data stream, the stream for its errors, and what is said on it. */
    private record Connection(int errorStream, HttpConversation conversation) {}

    private void end() {
        over = true;
        connections.values().forEach(connection -> connection.conversation().end());
        connections.clear();
        codec.finishAndReleaseAll();
    }

    private void hear(Buffer message) {
        if (over) {
            return;
        }
        codec.writeInbound(Unpooled.wrappedBuffer(message.getBytes()));
        for (Object frame = codec.readInbound(); frame != null; frame = codec.readInbound()) {
            try {
                hear(frame);
            } finally {
                ReferenceCountUtil.release(frame);
            }
        }
    }

    private void hear(Object frame) {
        switch (frame) {
            case SpdySynStreamFrame opened -> open(opened);
            case SpdyDataFrame data -> receive(data);
            case SpdyRstStreamFrame reset -> drop(reset.streamId());
            // an answer to a ping is the same ping
            case SpdyPingFrame ping -> send(ping);
            default -> {
                // settings and windows change nothing here
            }
        }
    }

    private void open(SpdySynStreamFrame opened) {
        int stream = opened.streamId();
        accept(stream);
        String request = header(opened.headers(), "requestid");
        if (header(opened.headers(), "streamtype").equals("error")) {
            errors.put(request, stream);
            return;
        }
        int errorStream = errors.getOrDefault(request, 0);
        errors.remove(request);
        String port = header(opened.headers(), "port");
        PodPort target = ports.apply(port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0);
        String refusal = target.refusal();
        if (!refusal.isEmpty()) {
            data(errorStream, refusal.getBytes(StandardCharsets.UTF_8), true);
            data(stream, new byte[0], true);
            return;
        }
        HttpConversation conversation =
                new HttpConversation(vertx, target::answer, bytes -> data(stream, bytes, false), () -> hangUp(stream));
        connections.put(stream, new Connection(errorStream, conversation));
    }

    /** The frame needs a header: an empty block is written without its length, which the client cannot read. */
    private void accept(int stream) {
        DefaultSpdySynReplyFrame reply = new DefaultSpdySynReplyFrame(stream);
        reply.headers().set("server", "understudy-simulated");
        send(reply);
    }

    private static String header(SpdyHeaders headers, String name) {
        String value = headers.getAsString(name);
        return value == null ? "" : value;
    }

    private void receive(SpdyDataFrame frame) {
        Connection connection = connections.get(frame.streamId());
        if (connection == null) {
            return;
        }
        byte[] bytes = new byte[frame.content().readableBytes()];
        frame.content().readBytes(bytes);
        connection.conversation().receive(bytes);
        if (frame.isLast()) {
            connection.conversation().endAfterAnswers();
        }
    }

    /** Ends a connection from our side: no errors, no more data. */
    private void hangUp(int stream) {
        Connection connection = connections.remove(stream);
        if (connection != null) {
            connection.conversation().end();
            data(stream, new byte[0], true);
            data(connection.errorStream(), new byte[0], true);
        }
    }

    private void drop(int stream) {
        Connection connection = connections.remove(stream);
        if (connection != null) {
            connection.conversation().end();
        }
    }

    private void data(int stream, byte[] bytes, boolean last) {
        DefaultSpdyDataFrame frame = new DefaultSpdyDataFrame(stream, Unpooled.wrappedBuffer(bytes));
        frame.setLast(last);
        send(frame);
    }

    private void send(SpdyFrame frame) {
        if (over) {
            return;
        }
        codec.writeOutbound(frame);
        for (ByteBuf part = codec.readOutbound(); part != null; part = codec.readOutbound()) {
            byte[] bytes = new byte[part.readableBytes()];
            part.readBytes(bytes);
            part.release();
            socket.writeBinaryMessage(Buffer.buffer(bytes));
        }
    }
}
