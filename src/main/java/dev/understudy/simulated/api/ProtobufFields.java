package dev.understudy.simulated.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The numbers and types of fields in the protobuf form of the API, from a table among the resources. */
final class ProtobufFields {
    /**
     * One field.
     *
     * @param name its name in JSON, {@code .} when its own fields stand in the message around it
     * @param type as the table explains it
     */
    record Field(String name, String type) {}

    private static final Map<String, Map<Integer, Field>> MESSAGES = load();

    private ProtobufFields() {}

    /** Returns the fields of a message by number; none for a message that is not known. */
    static Map<Integer, Field> of(String message) {
        return MESSAGES.getOrDefault(message, Map.of());
    }

    static boolean knows(String message) {
        return MESSAGES.containsKey(message);
    }

    private static Map<String, Map<Integer, Field>> load() {
        try (InputStream table = ProtobufFields.class.getResourceAsStream("protobuf-fields.txt")) {
            byte[] bytes = Objects.requireNonNull(table, "protobuf-fields.txt").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toUnmodifiableMap(words -> words[0], ProtobufFields::fields));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<Integer, Field> fields(String[] words) {
        return Arrays.stream(words)
                .skip(1)
                .map(word -> word.split(":"))
                .collect(Collectors.toUnmodifiableMap(
                        parts -> Integer.valueOf(parts[0]), parts -> new Field(parts[1], parts[2])));
    }
}
