package dev.understudy.simulated.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;

/** A connection on which a test says exactly what it wants, or nothing, or half of it. */
final class RawSocket implements AutoCloseable {
    private final Socket socket;

    RawSocket(String url, String authority) {
        URI address = URI.create(url);
        SSLContext trusting = RawClient.trusting(authority);
        try {
            socket = trusting.getSocketFactory().createSocket(address.getHost(), address.getPort());
            socket.setSoTimeout(30_000);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends lines as they are; each ends as HTTP wants it. */
    RawSocket say(String... lines) {
        try {
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads until a text has come. */
    RawSocket until(String text) {
        StringBuilder heard = new StringBuilder();
        try {
            while (heard.indexOf(text) < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new AssertionError("the connection ended after " + heard);
                }
                heard.append((char) next);
            }
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads whatever comes until the server ends the connection, and returns how much it was. */
    long untilCut() {
        byte[] part = new byte[1024 * 1024];
        long all = 0;
        try {
            for (int count = socket.getInputStream().read(part);
                    count >= 0;
                    count = socket.getInputStream().read(part)) {
                all += count;
            }
        } catch (IOException cut) {
            // ended without the courtesies of TLS
        }
        return all;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
