package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.api.ProtobufFields.Field;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;

/** Reads objects that kubectl sends as protobuf, which it does for much of what it creates by command. */
final class Protobuf {
    private static final int MAGIC = 0x6b387300;
    private static final int TYPE = 1;
    private static final int OBJECT = 2;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Protobuf() {}

    /**
     * Reads an object in its envelope: four magic bytes, then field 1 with apiVersion and kind, field 2 with the object.
     *
     * @throws StatusException 415 for a kind whose protobuf form is not known here, 400 for broken bytes
     */
    static ObjectNode read(byte[] body) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(body);
            if (bytes.getInt() != MAGIC) {
                throw Refusals.badRequest("the body is not Kubernetes protobuf");
            }
            Envelope envelope = new Envelope();
            Wire.read(bytes, envelope);
            return envelope.open();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw Refusals.badRequest("the protobuf of the object is broken");
        }
    }

    private static final class Envelope implements Wire.Fields {
        private String apiVersion = "";
        private String kind = "";
        private ByteBuffer object = ByteBuffer.allocate(0);

        @Override
        public void number(int field, long value) {
            // The envelope has no numbers.
        }

        @Override
        public void bytes(int field, ByteBuffer content) {
            if (field == OBJECT) {
                object = content;
            } else if (field == TYPE) {
                Wire.read(content, this.new TypeMeta());
            }
        }

        ObjectNode open() {
            // A message of several versions stands in the table under its version too.
            String versioned = apiVersion + "." + kind;
            String message = ProtobufFields.knows(versioned) ? versioned : kind;
            if (!ProtobufFields.knows(message)) {
                throw new StatusException(
                        415,
                        "UnsupportedMediaType",
                        "the simulated cluster does not read protobuf of " + kind + "; send application/json");
            }
            ObjectNode read = NODES.objectNode().put("apiVersion", apiVersion).put("kind", kind);
            Wire.read(object, new Message(message, read));
            return read;
        }

        private final class TypeMeta implements Wire.Fields {
            @Override
            public void number(int field, long value) {
                // The type has no numbers.
            }

            @Override
            public void bytes(int field, ByteBuffer content) {
                if (field == TYPE) {
                    apiVersion = Wire.text(content);
                } else {
                    kind = Wire.text(content);
                }
            }
        }
    }

    /** Writes the fields of one message into an object. */
    private record Message(String type, ObjectNode into) implements Wire.Fields {
        @Override
        public void number(int number, long value) {
            Field field = ProtobufFields.of(type).get(number);
            if (field != null) {
                into.set(
                        field.name(),
                        field.type().equals("b") ? NODES.booleanNode(value != 0) : NODES.numberNode(value));
            }
        }

        @Override
        public void bytes(int number, ByteBuffer content) {
            Field field = ProtobufFields.of(type).get(number);
            if (field == null) {
                return;
            }
            String kind = field.type();
            if (field.name().equals(".")) {
                Wire.read(content, new Message(kind, into));
            } else if (kind.startsWith("*")) {
                into.withArrayProperty(field.name()).add(value(kind.substring(1), content));
            } else if (kind.startsWith("%")) {
                Entry entry = new Entry(kind.substring(1));
                Wire.read(content, entry);
                into.withObjectProperty(field.name()).set(entry.key, entry.value);
            } else {
                into.set(field.name(), value(kind, content));
            }
        }
    }

    private static final class Entry implements Wire.Fields {
        private final String type;
        private String key = "";
        private JsonNode value = NODES.textNode("");

        Entry(String type) {
            this.type = type;
        }

        @Override
        public void number(int field, long number) {
            value = NODES.numberNode(number);
        }

        @Override
        public void bytes(int field, ByteBuffer content) {
            if (field == 1) {
                key = Wire.text(content);
            } else {
                value = Protobuf.value(type, content);
            }
        }
    }

    private static JsonNode value(String type, ByteBuffer content) {
        return switch (type) {
            case "s" -> NODES.textNode(Wire.text(content));
            case "y" -> NODES.textNode(Base64.getEncoder().encodeToString(bytes(content)));
            case "Quantity" -> Scalars.read(content).text();
            case "IntOrString" -> Scalars.read(content).numberOrText();
            case "Time", "MicroTime" -> Scalars.read(content).time();
            default -> {
                ObjectNode object = NODES.objectNode();
                Wire.read(content, new Message(type, object));
                yield object;
            }
        };
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }

    /** Messages that stand for one value: a quantity, a number or text, a moment. */
    private static final class Scalars implements Wire.Fields {
        private long first;
        private long second;
        private String text = "";

        static Scalars read(ByteBuffer content) {
            Scalars scalars = new Scalars();
            Wire.read(content, scalars);
            return scalars;
        }

        @Override
        public void number(int field, long value) {
            if (field == 1) {
                first = value;
            } else {
                second = value;
            }
        }

        @Override
        public void bytes(int field, ByteBuffer content) {
            text = Wire.text(content);
        }

        JsonNode text() {
            return NODES.textNode(text);
        }

        JsonNode numberOrText() {
            return first == 0 ? NODES.numberNode((int) second) : NODES.textNode(text);
        }

        /** The zero moment of Go stands for no moment. */
        JsonNode time() {
            return first <= 0
                    ? NODES.nullNode()
                    : NODES.textNode(Instant.ofEpochSecond(first).toString());
        }
    }
}
