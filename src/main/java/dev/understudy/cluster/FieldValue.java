package dev.understudy.cluster;

import java.nio.charset.StandardCharsets;

/** What a field holds: a JSON value, nothing, or something that must not be shown. */
public sealed interface FieldValue {
    /** The field is not there; Kubernetes treats {@code null} the same. */
    Absent ABSENT = new Absent();

    /**
     * A JSON value.
     *
     * @param json String, Number, Boolean, List or Map, never null
     */
    record Json(Object json) implements FieldValue {
        @Override
        public String toString() {
            return String.valueOf(json);
        }
    }

    /** No value. */
    record Absent() implements FieldValue {
        @Override
        public String toString() {
            return "<absent>";
        }
    }

    /**
     * A value from a Secret, of which only the length may be told.
     *
     * @param bytes length in bytes
     */
    record Hidden(int bytes) implements FieldValue {
        @Override
        public String toString() {
            return "<secret, " + bytes + " bytes>";
        }
    }

    /** Returns what may be shown of a value that comes from a Secret. */
    default FieldValue hidden() {
        return switch (this) {
            case Json(Object json) -> new Hidden(String.valueOf(json).getBytes(StandardCharsets.UTF_8).length);
            case Absent absent -> absent;
            case Hidden hidden -> hidden;
        };
    }
}
