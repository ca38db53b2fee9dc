package dev.understudy.scenario.yaml;

import dev.understudy.scenario.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/** Turns bytes into text, or says which byte or character is wrong. */
final class Utf8 {
    private Utf8() {}

    /** Returns the text; empty after a problem was added. */
    static Optional<String> decode(byte[] bytes, Problems problems) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            problems.add(Place.START, "the file begins with a byte order mark", "save it as UTF-8 without BOM");
            return Optional.empty();
        }
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
            problems.add(Place.START, "the file is UTF-16, not UTF-8", "save it as UTF-8");
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            problems.add(
                    endOf(out.flip().toString()),
                    "byte " + in.position() + " (0x%02X) is not UTF-8".formatted(bytes[in.position()] & 0xFF),
                    "save the file as UTF-8");
            return Optional.empty();
        }
        return printable(out.flip().toString(), problems);
    }

    private static Optional<String> printable(String text, Problems problems) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (!StreamReader.isPrintable(character)) {
                problems.add(
                        endOf(text.substring(0, at)),
                        "character U+%04X is not allowed in YAML".formatted(character),
                        "remove it, or write it as an escape in double quotes");
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Place endOf(String text) {
        int lineStart = text.lastIndexOf('\n') + 1;
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        return new Place(line, text.codePointCount(lineStart, text.length()) + 1);
    }
}
