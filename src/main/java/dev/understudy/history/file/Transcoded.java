package dev.understudy.history.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text of an encoding that cannot be cut at bytes, such as UTF-16, as UTF-8. What could not be decoded becomes a byte that
 * is not UTF-8 either, so that its line, and no other, is found to be spoilt.
 */
final class Transcoded extends InputStream {
    private static final int BLOCK = 1 << 15;
    private static final char UNREADABLE = '\uFFFD';

    private final Reader reader;
    private final char[] chars = new char[BLOCK];
    private byte[] bytes = {};
    private int at;

    Transcoded(InputStream in, Charset charset) {
        reader = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at == bytes.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        int count = reader.read(chars, 0, chars.length - 1);
        if (count < 0) {
            return false;
        }
        if (Character.isHighSurrogate(chars[count - 1])) {
            int low = reader.read();
            chars[count] = low < 0 ? UNREADABLE : (char) low;
            count++;
        }
        bytes = encoded(new String(chars, 0, count));
        at = 0;
        return true;
    }

    private static byte[] encoded(String text) {
        if (text.indexOf(UNREADABLE) < 0) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        // one byte in place of three; no character of UTF-8 begins with it
        byte[] spelled = text.replace(String.valueOf(UNREADABLE), "\0\0\0").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < spelled.length; i++) {
            spelled[i] = spelled[i] == 0 ? (byte) 0xFF : spelled[i];
        }
        return spelled;
    }
}
