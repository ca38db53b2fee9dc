package dev.understudy.journal.json;

import dev.understudy.drill.Entry;
import java.util.Map;

/**
 * Writes an entry as one line of canonical JSON and reads it back. Canonical: keys sorted, no white space, nothing for
 * null, sets sorted; the same entry is always the same text, because its hash is of that text.
 *
 * <p>Records become objects of their components, members of a sealed interface carry {@code "type"}, durations and
 * instants are ISO-8601, enums and types are in kebab case. Unknown fields are skipped when reading, so a component may
 * be added if it is nullable; any other change of the format needs a higher {@link #FORMAT}.
 */
public final class EntryCodec {
    /** The format written, and the highest that can be read. */
    public static final int FORMAT = 1;

    private static final String VERSION = "v";

    private EntryCodec() {}

    /**
     * Returns the entry's text.
     *
     * @throws CodecException when it holds an unhidden value of a Secret, or something JSON has no form for
     */
    public static String encode(Entry entry) {
        Map<String, Object> tree = RecordWriter.object(entry);
        tree.put(VERSION, FORMAT);
        return JsonText.write(tree);
    }

    /**
     * Reads an entry's text.
     *
     * @throws CodecException when it is damaged or was written in a newer format
     */
    public static Entry decode(String text) {
        Map<?, ?> tree = RecordReader.object(JsonText.parse(text), "entry");
        if (!(tree.get(VERSION) instanceof Integer format) || format < 1) {
            throw new CodecException("it has no format version '" + VERSION + "'");
        }
        if (format > FORMAT) {
            throw new CodecException("it was written by a newer Understudy, in format " + format
                    + "; this one reads up to " + FORMAT + ": upgrade Understudy");
        }
        return RecordReader.read(Entry.class, tree);
    }
}
