package dev.understudy.simulated.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a program reads from and writes to. All may block, and throw once nobody is at the other end.
 *
 * @param in its input, which ends at once when there is none
 * @param out its output
 * @param err where it complains
 * @param terminal whether a person sits there, who wants to be prompted
 */
public record Streams(InputStream in, OutputStream out, OutputStream err, boolean terminal) {
    /** Streams that nobody is prompted on. */
    public Streams(InputStream in, OutputStream out, OutputStream err) {
        this(in, out, err, false);
    }

    /** Writes a line of output. */
    void say(String line) throws IOException {
        print(line + "\n");
    }

    void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Writes a line of complaint. */
    void complain(String line) throws IOException {
        err.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        err.flush();
    }
}
