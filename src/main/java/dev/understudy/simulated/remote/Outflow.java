package dev.understudy.simulated.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** What a program writes to one stream of a client. Waits while the client does not keep up. */
final class Outflow extends OutputStream {
    private static final int LARGEST = 32 * 1024;

    /** Sends a part; waits for room. */
    @FunctionalInterface
    interface Sender {
        void send(byte[] part) throws IOException;
    }

    private final Sender sender;

    Outflow(Sender sender) {
        this.sender = sender;
    }

    @Override
    public void write(int single) throws IOException {
        sender.send(new byte[] {(byte) single});
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from; at < from + length; at += LARGEST) {
            sender.send(Arrays.copyOfRange(bytes, at, Math.min(at + LARGEST, from + length)));
        }
    }
}
