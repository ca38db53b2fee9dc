package dev.understudy.simulated.remote;

import dev.understudy.simulated.container.Feed;
import dev.understudy.simulated.container.Streams;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;

/**
 * The streams of one exec or attach on a WebSocket: input, output, complaints, the ending, and the size of the window.
 * A client that goes away interrupts the program.
 */
final class CommandSocket {
    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final int COMPLAINTS = 2;
    private static final int ENDING = 3;
    private static final int RESIZE = 4;
    private static final int CLOSE = 255;
    private static final int MOST_UNREAD = 64;
    private static final int MOST_UNSENT = 64;

    private final ServerWebSocket socket;
    private final ChannelProtocol protocol;
    private final Wishes wishes;
    private final Semaphore room = new Semaphore(MOST_UNSENT);
    private final Feed input;
    private final Keyboard keyboard;
    private volatile Runnable interrupt = () -> {};
    private volatile boolean closed;
    private int continued = INPUT;

    /**
     * Begins to listen; called on the event loop, before the socket's first message.
     *
     * @param afterwards run once when the connection is over
     */
    CommandSocket(ServerWebSocket socket, ChannelProtocol protocol, Wishes wishes, Runnable afterwards) {
        this.socket = socket;
        this.protocol = protocol;
        this.wishes = wishes;
        // a terminal goes on listening whether or not anybody reads, for control-C
        this.input = new Feed(wishes.terminal() ? () -> {} : () -> socket.fetch(1));
        this.keyboard = new Keyboard(this::enter, this::show, () -> interrupt.run(), input::end);
        if (!wishes.input()) {
            input.end();
        }
        socket.closeHandler(gone -> {
            close();
            afterwards.run();
        });
        socket.exceptionHandler(failure -> close());
        socket.frameHandler(this::hear);
        socket.pause();
        socket.fetch(MOST_UNREAD);
    }

    /** Runs this when the client goes away, or types control-C into a terminal. */
    void onInterrupt(Runnable work) {
        interrupt = work;
        if (closed) {
            work.run();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** The streams as the program sees them. */
    Streams streams() {
        OutputStream out = wishes.output() ? stream(OUTPUT) : OutputStream.nullOutputStream();
        OutputStream err = wishes.complaints() ? stream(COMPLAINTS) : OutputStream.nullOutputStream();
        InputStream in = wishes.input() ? input : InputStream.nullInputStream();
        return wishes.terminal() ? new Streams(in, out, out, wishes.input()) : new Streams(in, out, err, false);
    }

    private OutputStream stream(int number) {
        return new Outflow(part -> send(number, wishes.terminal() ? forScreen(part) : part));
    }

    private static byte[] forScreen(byte[] text) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        for (byte each : text) {
            if (each == '\n') {
                shown.write('\r');
            }
            shown.write(each);
        }
        return shown.toByteArray();
    }

    /** Says how it ended, and closes. */
    void finish(Verdict verdict) {
        if (protocol.tellsStatus()) {
            write(ENDING, verdict.status().getBytes(StandardCharsets.UTF_8));
        } else if (!verdict.isSuccess()) {
            write(ENDING, verdict.message().getBytes(StandardCharsets.UTF_8));
        }
        socket.close();
    }

    private void hear(WebSocketFrame frame) {
        byte[] bytes = frame.binaryData().getBytes();
        if (frame.isContinuation()) {
            take(continued, bytes);
        } else if ((frame.isBinary() || frame.isText()) && bytes.length > 0) {
            continued = protocol.isBase64() ? bytes[0] - '0' : bytes[0] & 0xff;
            take(continued, Arrays.copyOfRange(bytes, 1, bytes.length));
        } else if (frame.isBinary() || frame.isText()) {
            socket.fetch(1);
        }
    }

    private void take(int stream, byte[] content) {
        switch (stream) {
            case INPUT -> type(protocol.isBase64() ? decoded(content) : content);
            case CLOSE -> {
                if (protocol == ChannelProtocol.V5 && content.length == 1 && content[0] == INPUT) {
                    input.end();
                }
                socket.fetch(1);
            }
            // the window of a simulated terminal has no edge
            case RESIZE -> socket.fetch(1);
            default -> socket.fetch(1);
        }
    }

    /** What cannot be read as base64 is as if it had not been sent. */
    private static byte[] decoded(byte[] content) {
        try {
            return Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private void type(byte[] content) {
        if (!wishes.input()) {
            socket.fetch(1);
        } else if (wishes.terminal()) {
            keyboard.type(content);
            socket.fetch(1);
        } else {
            input.add(content);
        }
    }

    private boolean enter(byte[] line) {
        boolean room = input.unread() < MOST_UNREAD;
        if (room) {
            input.add(line);
        }
        return room;
    }

    private void show(byte[] typed) {
        write(OUTPUT, typed);
    }

    private void send(int stream, byte[] part) throws IOException {
        try {
            room.acquire();
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
            throw new IOException("killed", killed);
        }
        if (closed) {
            room.release();
            throw new IOException("the client has gone");
        }
        write(stream, part).onComplete(sent -> room.release());
    }

    private Future<Void> write(int stream, byte[] content) {
        if (protocol.isBase64()) {
            return socket.writeTextMessage(
                    (char) ('0' + stream) + Base64.getEncoder().encodeToString(content));
        }
        return socket.writeBinaryMessage(
                Buffer.buffer().appendByte((byte) stream).appendBytes(content));
    }

    private void close() {
        closed = true;
        input.end();
        interrupt.run();
    }
}
