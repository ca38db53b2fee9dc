package dev.understudy.history.file;

import dev.understudy.history.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, each decoded for itself: one that is not text does not spoil the others. Never holds more than
 * one line, and of that no more bytes than it is told.
 */
public final class Lines {
    /** Bytes of the longest line of incidents that is read. */
    static final int LONGEST = 1 << 20;

    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final String encoding;
    private final int longest;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int filled;
    private long passed;
    private long number;

    /**
     * @param charset one in which a line feed is one byte that is part of nothing else
     * @param longest bytes of the longest line that is read, whole mebibytes
     */
    public Lines(InputStream in, Charset charset, int longest) {
        this.longest = longest;
        this.in = in;
        this.encoding = charset.name();
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Returns the next line; null after the last. */
    public @Nullable Line next() throws IOException {
        if (at == filled && !fill()) {
            return null;
        }
        number++;
        byte[] begun = {};
        while (true) {
            int end = lineFeed();
            if (begun.length + end - at > longest) {
                return tooLong();
            }
            if (end < filled) {
                Line line =
                        begun.length == 0 ? line(block, at, end) : line(joined(begun, end), 0, begun.length + end - at);
                at = end + 1;
                return line;
            }
            begun = joined(begun, end);
            at = end;
            if (!fill()) {
                return line(begun, 0, begun.length);
            }
        }
    }

    /** Returns how many bytes have been read. */
    long position() {
        return passed + at;
    }

    private byte[] joined(byte[] begun, int end) {
        byte[] longer = Arrays.copyOf(begun, begun.length + end - at);
        System.arraycopy(block, at, longer, begun.length, end - at);
        return longer;
    }

    private Line tooLong() throws IOException {
        at = lineFeed();
        while (at == filled && fill()) {
            at = lineFeed();
        }
        at = Math.min(filled, at + 1);
        return new Line.Spoilt(
                number, new Flaw(Flaw.Kind.LENGTH, "the line is longer than " + (longest >> 20) + " MiB"));
    }

    private int lineFeed() {
        int end = at;
        while (end < filled && block[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        passed += filled;
        at = 0;
        filled = Math.max(0, in.read(block));
        return filled > 0;
    }

    private Line line(byte[] bytes, int from, int to) {
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        try {
            String text =
                    decoder.decode(ByteBuffer.wrap(bytes, from, end - from)).toString();
            return text.indexOf('\0') < 0
                    ? new Line.Text(number, text)
                    : spoilt("the line holds a NUL: it is damaged, or in another encoding; name that with --encoding");
        } catch (CharacterCodingException e) {
            return spoilt("the line is not " + encoding + "; where the whole file is in another encoding, name it with"
                    + " --encoding");
        }
    }

    private Line spoilt(String text) {
        return new Line.Spoilt(number, new Flaw(Flaw.Kind.ENCODING, text));
    }
}
