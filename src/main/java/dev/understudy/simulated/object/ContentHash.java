package dev.understudy.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * Names a piece of content, so that the same content always gets the same name. FNV-1a of the fields in alphabetical
 * order, written in the API's alphabet without vowels.
 */
public final class ContentHash {
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    private ContentHash() {}

    /** Returns the hash; {@code collisions} makes another one when two contents met under one name. */
    public static String of(JsonNode content, int collisions) {
        var canonical = new StringBuilder();
        write(content, canonical);
        if (collisions > 0) {
            canonical.append(collisions);
        }
        int hash = FNV_OFFSET;
        for (byte next : canonical.toString().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xff)) * FNV_PRIME;
        }
        var name = new StringBuilder();
        Integer.toUnsignedString(hash).chars().forEach(c -> name.append(ALPHABET.charAt(c % ALPHABET.length())));
        return name.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            var sorted = new TreeMap<String, JsonNode>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            out.append('{');
            sorted.forEach((field, value) -> {
                out.append(field).append(':');
                write(value, out);
                out.append(',');
            });
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            node.forEach(element -> {
                write(element, out);
                out.append(',');
            });
            out.append(']');
        } else {
            out.append(node);
        }
    }
}
