package dev.understudy.simulated.remote;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.spdy.DefaultSpdyDataFrame;
import io.netty.handler.codec.spdy.DefaultSpdyPingFrame;
import io.netty.handler.codec.spdy.DefaultSpdySynStreamFrame;
import io.netty.handler.codec.spdy.SpdyDataFrame;
import io.netty.handler.codec.spdy.SpdyFrameCodec;
import io.netty.handler.codec.spdy.SpdyPingFrame;
import io.netty.handler.codec.spdy.SpdyVersion;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The client's end of a port-forward as kubectl speaks it. */
final class SpdyClient implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final EmbeddedChannel codec = new EmbeddedChannel(new SpdyFrameCodec(SpdyVersion.SPDY_3_1));
    private final Map<Integer, String> heard = new ConcurrentHashMap<>();
    private final Set<Integer> pings = ConcurrentHashMap.newKeySet();
    private final WebSocket socket;

    SpdyClient(String url, String path, String token) {
        WebSocketClientOptions options =
                new WebSocketClientOptions().setSsl(true).setTrustAll(true).setVerifyHost(false);
        WebSocketConnectOptions connect = new WebSocketConnectOptions()
                .setAbsoluteURI(url.replace("https", "wss") + path)
                .addSubProtocol(PortForward.TUNNEL)
                .putHeader("Authorization", "Bearer " + token);
        socket = vertx.createWebSocketClient(options)
                .connect(connect)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        socket.handler(this::hear);
    }

    /** Opens the two streams of a connection to a port: errors on the first number, data on the second. */
    void open(int errors, int data, int port) {
        open(errors, "error", port, data);
        open(data, "data", port, data);
    }

    private void open(int stream, String type, int port, int request) {
        DefaultSpdySynStreamFrame frame = new DefaultSpdySynStreamFrame(stream, 0, (byte) 0);
        frame.headers()
                .set("streamtype", type)
                .set("port", Integer.toString(port))
                .set("requestid", Integer.toString(request));
        send(frame);
    }

    void send(int stream, String text) {
        send(new DefaultSpdyDataFrame(stream, Unpooled.copiedBuffer(text, StandardCharsets.UTF_8)));
    }

    void ping(int number) {
        send(new DefaultSpdyPingFrame(number));
    }

    private synchronized void send(Object frame) {
        codec.writeOutbound(frame);
        for (ByteBuf part = codec.readOutbound(); part != null; part = codec.readOutbound()) {
            byte[] bytes = new byte[part.readableBytes()];
            part.readBytes(bytes);
            part.release();
            socket.writeBinaryMessage(Buffer.buffer(bytes));
        }
    }

    private synchronized void hear(Buffer message) {
        codec.writeInbound(Unpooled.wrappedBuffer(message.getBytes()));
        for (Object frame = codec.readInbound(); frame != null; frame = codec.readInbound()) {
            if (frame instanceof SpdyDataFrame data) {
                heard.merge(data.streamId(), data.content().toString(StandardCharsets.UTF_8), String::concat);
                data.release();
            } else if (frame instanceof SpdyPingFrame ping) {
                pings.add(ping.id());
            }
        }
    }

    String heard(int stream) {
        return heard.getOrDefault(stream, "");
    }

    Set<Integer> pings() {
        return pings;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
