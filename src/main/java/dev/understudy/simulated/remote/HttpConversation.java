package dev.understudy.simulated.remote;

import dev.understudy.simulated.traffic.Answer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * HTTP/1.1 on one forwarded connection: bytes come in, answers go out, one after the other. All on one event loop; an
 * answer that takes its time keeps the later ones waiting.
 */
final class HttpConversation {
    private static final int LARGEST_BODY = 1024 * 1024;

    private final Vertx vertx;
    private final BiFunction<String, String, Optional<Answer>> application;
    private final Consumer<byte[]> out;
    private final Runnable hangUp;
    private final EmbeddedChannel codec =
            new EmbeddedChannel(new HttpServerCodec(), new HttpObjectAggregator(LARGEST_BODY));
    private boolean answering;
    private boolean closing;
    private boolean over;

    /**
     * Begins a conversation.
     *
     * @param application answers a method and a path; empty when it has gone
     * @param out takes what goes back
     * @param hangUp ends the connection
     */
    HttpConversation(
            Vertx vertx,
            BiFunction<String, String, Optional<Answer>> application,
            Consumer<byte[]> out,
            Runnable hangUp) {
        this.vertx = vertx;
        this.application = application;
        this.out = out;
        this.hangUp = hangUp;
    }

    /** Takes what the client sent. */
    void receive(byte[] bytes) {
        if (!over) {
            codec.writeInbound(Unpooled.wrappedBuffer(bytes));
            flush();
            next();
        }
    }

    /** The client sends nothing more: hangs up when everything has been answered. */
    void endAfterAnswers() {
        closing = true;
        next();
    }

    /** Forgets everything; nothing is sent any more. */
    void end() {
        if (!over) {
            over = true;
            codec.finishAndReleaseAll();
        }
    }

    private void next() {
        if (over || answering) {
            return;
        }
        FullHttpRequest request = codec.readInbound();
        if (request == null) {
            if (closing) {
                hangUp();
            }
            return;
        }
        try {
            answer(request);
        } finally {
            request.release();
        }
    }

    private void answer(FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            Answer unreadable = new Answer(400, "text/plain", "400 Bad Request", Duration.ZERO);
            send(unreadable, false);
            return;
        }
        Optional<Answer> answer = application.apply(request.method().name(), request.uri());
        if (answer.isEmpty()) {
            hangUp();
            return;
        }
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        answering = true;
        long wait = answer.get().latency().toMillis();
        if (wait > 0) {
            vertx.setTimer(wait, due -> finish(answer.get(), keepAlive));
        } else {
            finish(answer.get(), keepAlive);
        }
    }

    private void finish(Answer answer, boolean keepAlive) {
        answering = false;
        send(answer, keepAlive);
        next();
    }

    private void send(Answer answer, boolean keepAlive) {
        if (over) {
            return;
        }
        ByteBuf body = Unpooled.copiedBuffer(answer.body(), StandardCharsets.UTF_8);
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, answer.contentType())
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        if (!keepAlive) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        codec.writeOutbound(response);
        flush();
        if (!keepAlive) {
            hangUp();
        }
    }

    private void flush() {
        for (ByteBuf part = codec.readOutbound(); part != null; part = codec.readOutbound()) {
            byte[] bytes = new byte[part.readableBytes()];
            part.readBytes(bytes);
            part.release();
            if (bytes.length > 0) {
                out.accept(bytes);
            }
        }
    }

    private void hangUp() {
        end();
        hangUp.run();
    }
}
