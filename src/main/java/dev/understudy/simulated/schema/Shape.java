package dev.understudy.simulated.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a value in an object of the API may be, and how two of them are merged. */
public sealed interface Shape {
    /** A single value. */
    enum Scalar implements Shape {
        TEXT("string"),
        INT32("int32"),
        INT64("int64"),
        NUMBER("float64"),
        BOOLEAN("bool"),
        INT_OR_TEXT("intstr.IntOrString"),
        QUANTITY("resource.Quantity");

        private final String typeName;

        Scalar(String typeName) {
            this.typeName = typeName;
        }

        /** Name of the type as the server prints it. */
        public String typeName() {
            return typeName;
        }
    }

    /** Anything, whose parts are not known. */
    enum Anything implements Shape {
        ANYTHING
    }

    /** An object with named fields. */
    sealed interface Struct extends Shape {
        /** Returns every field by its name in JSON. */
        Map<String, Shape> fields();

        /** Name of the type, such as {@code PodSpec}. */
        String name();

        /** Tells whether the whole object has one owner, and is replaced whole by server-side apply. */
        boolean isAtomic();
    }

    /** An object with the fields of a model class. */
    record Model(Class<?> type) implements Struct {
        @Override
        public Map<String, Shape> fields() {
            return Shapes.fields(type);
        }

        @Override
        public String name() {
            return type.getSimpleName();
        }

        @Override
        public boolean isAtomic() {
            return MergeRules.isAtomic(name());
        }
    }

    /** An object with the fields that a schema names. */
    record Declared(String name, Map<String, Shape> fields, boolean isAtomic) implements Struct {
        public Declared {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** An object whose keys are free, such as labels. */
    record MapOf(Shape value, boolean atomic) implements Shape {}

    /**
     * A list.
     *
     * @param merge how two lists become one
     * @param keys the fields that name an element; only of keyed lists
     */
    record ListOf(Shape element, Merge merge, List<String> keys) implements Shape {
        public ListOf {
            keys = List.copyOf(keys);
        }
    }

    /** How two lists become one. */
    enum Merge {
        /** The later list replaces the earlier one. */
        ATOMIC,
        /** Each value once. */
        SET,
        /** Element by element, found by keys. */
        KEYED,
        /** Atomic for server-side apply, by key in a strategic merge patch. */
        KEYED_IN_PATCHES
    }
}
