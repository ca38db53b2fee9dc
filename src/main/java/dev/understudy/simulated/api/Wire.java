package dev.understudy.simulated.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The wire form of protobuf: numbered fields, each a number or some bytes. */
final class Wire {
    private static final int LENGTH_DELIMITED = 2;
    private static final int EIGHT_BYTES = 1;
    private static final int FOUR_BYTES = 5;

    /** Takes one field: a number, or bytes. */
    interface Fields {
        void number(int field, long value);

        void bytes(int field, ByteBuffer content);
    }

    private Wire() {}

    /** Hands every field of a message on, in order; throws {@code RuntimeException} when the bytes are no message. */
    static void read(ByteBuffer message, Fields fields) {
        while (message.hasRemaining()) {
            int tag = (int) varint(message);
            switch (tag & 7) {
                case LENGTH_DELIMITED -> {
                    int length = (int) varint(message);
                    fields.bytes(tag >>> 3, message.slice(message.position(), length));
                    message.position(message.position() + length);
                }
                case EIGHT_BYTES -> message.position(message.position() + Long.BYTES);
                case FOUR_BYTES -> message.position(message.position() + Integer.BYTES);
                default -> fields.number(tag >>> 3, varint(message));
            }
        }
    }

    static String text(ByteBuffer content) {
        return StandardCharsets.UTF_8.decode(content.duplicate()).toString();
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
}
