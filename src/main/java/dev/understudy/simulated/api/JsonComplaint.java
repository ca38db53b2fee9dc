package dev.understudy.simulated.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** What is wrong with JSON, in the words of the server's own reader. */
final class JsonComplaint {
    private static final int SHOWN = 30;

    private JsonComplaint() {}

    /** Says why bytes could not be read. */
    static String of(byte[] body, IOException failure) {
        if (body.length == 0 || failure instanceof JsonEOFException) {
            return "unexpected end of JSON input";
        }
        if (failure instanceof StreamConstraintsException) {
            return "invalid character '" + character(body, failure) + "' exceeded max depth";
        }
        String words = String.valueOf(failure.getMessage());
        if (words.startsWith("invalid character")) {
            return words.lines().findFirst().orElse(words);
        }
        return "invalid character '" + character(body, failure) + "' looking for beginning of value";
    }

    private static char character(byte[] body, IOException failure) {
        JsonLocation place = failure instanceof JsonProcessingException json ? json.getLocation() : null;
        long offset = place == null ? 0 : Math.max(0, place.getByteOffset() - 1);
        return (char) body[(int) Math.min(offset, body.length - 1)];
    }

    /** Says that a value is not what was to come. */
    static String unexpected(JsonNode value, String wanted) {
        return "json: cannot unmarshal " + value.getNodeType().name().toLowerCase(Locale.ROOT)
                + " into Go value of type " + wanted;
    }

    /** The beginning of a body: as text when it begins like an object, else as bytes. */
    static String excerpt(byte[] body) {
        if (body.length == 0) {
            return "<empty>";
        }
        byte[] shown = Arrays.copyOf(body, Math.min(body.length, SHOWN));
        String text = body[0] == '{'
                ? new String(shown, StandardCharsets.UTF_8)
                : HexFormat.of().formatHex(shown);
        return text + (body.length > SHOWN ? " ..." : "");
    }
}
