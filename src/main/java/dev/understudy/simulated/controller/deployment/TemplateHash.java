package dev.understudy.simulated.controller.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * Names a version of a pod template, so that the same template always belongs to the same ReplicaSet. FNV-1a of the
 * template with its fields in order, written in the API's alphabet without vowels.
 */
final class TemplateHash {
    static final String LABEL = "pod-template-hash";
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    private TemplateHash() {}

    /** Returns the hash; {@code collisions} makes another one when two templates met under one name. */
    static String of(JsonNode template, int collisions) {
        var canonical = new StringBuilder();
        write(unlabelled(template), canonical);
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

    /** Tells whether two templates ask for the same pods, whatever hash they carry. */
    static boolean sameTemplate(JsonNode one, JsonNode other) {
        return unlabelled(one).equals(unlabelled(other));
    }

    private static JsonNode unlabelled(JsonNode template) {
        JsonNode copy = template.deepCopy();
        if (copy.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove(LABEL);
        }
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("creationTimestamp");
        }
        return copy;
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
