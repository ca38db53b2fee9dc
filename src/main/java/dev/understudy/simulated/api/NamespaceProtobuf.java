package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * Reads the protobuf of a namespace: the name, labels and annotations are all that kubectl sends. The wire form is
 * four magic bytes, an envelope whose field 2 holds the object, whose field 1 holds the metadata.
 */
final class NamespaceProtobuf {
    private static final int MAGIC = 0x6b387300;
    private static final int ENVELOPE_OBJECT = 2;
    private static final int METADATA = 1;
    private static final int NAME = 1;
    private static final int LABELS = 11;
    private static final int ANNOTATIONS = 12;
    private static final int LENGTH_DELIMITED = 2;

    private NamespaceProtobuf() {}

    static ObjectNode read(byte[] body) {
        ObjectNode namespace = JsonNodeFactory.instance.objectNode();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(body);
            if (bytes.getInt() != MAGIC) {
                throw Refusals.badRequest("the body is not Kubernetes protobuf");
            }
            fields(bytes, (number, envelope) -> {
                if (number == ENVELOPE_OBJECT) {
                    object(envelope, Meta.of(namespace));
                }
            });
        } catch (BufferUnderflowException | IllegalArgumentException broken) {
            throw Refusals.badRequest("the protobuf of the namespace is broken");
        }
        return namespace;
    }

    private static void object(ByteBuffer object, ObjectNode metadata) {
        fields(object, (number, value) -> {
            if (number == METADATA) {
                fields(value, (field, content) -> metadata(field, content, metadata));
            }
        });
    }

    private static void metadata(int field, ByteBuffer content, ObjectNode metadata) {
        switch (field) {
            case NAME -> metadata.put("name", text(content));
            case LABELS -> entry(content, metadata.withObjectProperty("labels"));
            case ANNOTATIONS -> entry(content, metadata.withObjectProperty("annotations"));
            default -> {
                // Empty fields of metadata that a new namespace does not use.
            }
        }
    }

    private static void entry(ByteBuffer content, ObjectNode into) {
        String[] pair = {"", ""};
        fields(content, (number, value) -> pair[number - 1] = text(value));
        into.put(pair[0], pair[1]);
    }

    /** Hands every length-delimited field on; numbers are read over. */
    private static void fields(ByteBuffer message, BiConsumer<Integer, ByteBuffer> consumer) {
        while (message.hasRemaining()) {
            int tag = (int) varint(message);
            if ((tag & 7) == LENGTH_DELIMITED) {
                int length = (int) varint(message);
                consumer.accept(tag >>> 3, message.slice(message.position(), length));
                message.position(message.position() + length);
            } else {
                varint(message);
            }
        }
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = message.get();
            value |= (next & 0x7fL) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private static String text(ByteBuffer content) {
        return StandardCharsets.UTF_8.decode(content).toString();
    }
}
