package dev.understudy.journal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.journal.Chain.Row;
import dev.understudy.journal.Export;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines of an export as JSON: {@code body} is the entry exactly as it is stored, as a text, so that its hash can be
 * computed from the file.
 */
public final class ExportText {
    /** The format written, and the highest that can be read. */
    public static final int FORMAT = 1;

    private static final String VERSION = "drillExport";
    /** A body may be longer than what anybody looks at to recognise a file. */
    private static final Pattern BEGINS = Pattern.compile("\\s*\\{\\s*\"" + VERSION + "\"\\s*:");

    private ExportText() {}

    /** Tells whether a file that begins so is an export of drills. */
    public static boolean recognised(byte[] beginning) {
        return BEGINS.matcher(new String(beginning, UTF_8)).lookingAt();
    }

    /** Returns a line of the file, without its end. It begins with the format, so that it is recognised by that. */
    public static String write(Export.Line line) {
        Map<String, Object> json = new TreeMap<>();
        json.put("drill", line.drill());
        json.put("length", line.length());
        json.put("head", line.head());
        json.put("number", line.row().number());
        json.put("hash", line.row().hash());
        json.put("body", line.row().body());
        return "{\"" + VERSION + "\":" + FORMAT + "," + JsonText.write(json).substring(1);
    }

    /**
     * Reads a line of the file.
     *
     * @throws CodecException when it is none
     */
    public static Export.Line read(String line) {
        Map<?, ?> json = RecordReader.object(JsonText.parse(line), "line");
        int format = whole(json, VERSION);
        if (format > FORMAT) {
            throw new CodecException("it was exported by a newer Understudy, in format " + format
                    + "; this one reads up to " + FORMAT + ": upgrade Understudy");
        }
        return new Export.Line(
                text(json, "drill"),
                whole(json, "length"),
                text(json, "head"),
                new Row(whole(json, "number"), text(json, "body"), text(json, "hash")));
    }

    private static int whole(Map<?, ?> json, String key) {
        if (value(json, key) instanceof Integer number && number >= 0) {
            return number;
        }
        throw new CodecException("its '" + key + "' is no whole number");
    }

    private static String text(Map<?, ?> json, String key) {
        if (value(json, key) instanceof String text) {
            return text;
        }
        throw new CodecException("its '" + key + "' is no text");
    }

    private static Object value(Map<?, ?> json, String key) {
        @Nullable Object value = json.get(key);
        if (value == null) {
            throw new CodecException("it has no '" + key + "'");
        }
        return value;
    }
}
