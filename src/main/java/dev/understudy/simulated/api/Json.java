package dev.understudy.simulated.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes JSON, and notices fields that were sent twice. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory FACTORY = MAPPER.getFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * What was read.
     *
     * @param duplicates paths of fields that stand there more than once; the last one counts
     */
    record Read(JsonNode value, List<String> duplicates) {}

    private Json() {}

    static byte[] bytes(JsonNode value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String line(JsonNode value) {
        return value.toString();
    }

    /** Reads one document. */
    static Read read(byte[] bytes) throws IOException {
        List<String> duplicates = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            parser.nextToken();
            JsonNode value = value(parser, "", duplicates);
            requireEnd(bytes, (int) parser.currentLocation().getByteOffset());
            return new Read(value, List.copyOf(duplicates));
        }
    }

    private static void requireEnd(byte[] bytes, int from) throws IOException {
        for (int i = Math.max(0, from); i < bytes.length; i++) {
            if (!Character.isWhitespace(bytes[i])) {
                throw new IOException("invalid character '" + (char) bytes[i] + "' after top-level value");
            }
        }
    }

    private static JsonNode value(JsonParser parser, String path, List<String> duplicates) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(parser, path, duplicates);
        }
        if (token == JsonToken.START_ARRAY) {
            ArrayNode array = NODES.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser, path + "[" + array.size() + "]", duplicates));
            }
            return array;
        }
        JsonNode scalar = MAPPER.readTree(parser);
        return scalar == null ? NODES.missingNode() : scalar;
    }

    private static ObjectNode object(JsonParser parser, String path, List<String> duplicates) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String below = path.isEmpty() ? name : path + "." + name;
            parser.nextToken();
            if (object.has(name)) {
                duplicates.add(below);
            }
            object.set(name, value(parser, below, duplicates));
        }
        return object;
    }
}
