package dev.understudy.history.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a file become lines: in the encoding that is named, else in the one that its byte order mark names, else
 * in UTF-8. A byte order mark is no part of the text.
 */
final class Encoding {
    private enum Mark {
        UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
        UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
        UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE);

        private final Charset charset;
        private final byte[] bytes;

        Mark(Charset charset, int... bytes) {
            this.charset = charset;
            this.bytes = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                this.bytes[i] = (byte) bytes[i];
            }
        }

        private boolean begins(byte[] found) {
            return found.length >= bytes.length && Arrays.equals(bytes, 0, bytes.length, found, 0, bytes.length);
        }
    }

    private static final int LONGEST_MARK = 3;

    private Encoding() {}

    /**
     * Opens the lines of a stream.
     *
     * @param named encoding that the user names; null for the file's own word, or UTF-8
     */
    static Lines lines(InputStream in, @Nullable Charset named) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(in, LONGEST_MARK);
        byte[] begin = stream.readNBytes(LONGEST_MARK);
        Mark mark = mark(begin);
        int length = mark != null && (named == null || named.name().startsWith("UTF-")) ? mark.bytes.length : 0;
        stream.unread(begin, length, begin.length - length);
        Charset charset = named != null ? named : mark != null ? mark.charset : StandardCharsets.UTF_8;
        return linesOf(charset)
                ? new Lines(stream, charset, Lines.LONGEST)
                : new Lines(new Transcoded(stream, charset), StandardCharsets.UTF_8, Lines.LONGEST);
    }

    private static @Nullable Mark mark(byte[] begin) {
        for (Mark mark : Mark.values()) {
            if (mark.begins(begin)) {
                return mark;
            }
        }
        return null;
    }

    /** Tells whether a line feed in the bytes is one in the text, and the other way round. */
    private static boolean linesOf(Charset charset) {
        return Arrays.equals("a\n\"".getBytes(charset), new byte[] {'a', '\n', '"'})
                && !charset.name().startsWith("ISO-2022");
    }
}
