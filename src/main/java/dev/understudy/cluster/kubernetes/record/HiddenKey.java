package dev.understudy.cluster.kubernetes.record;

import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ObjectRef;

/**
 * Under which key the drill's Secret keeps a value that the record must not show. The same object and field always give
 * the same key, so that a printed command finds it; letters, digits, {@code -} and {@code _} need no quoting.
 */
public final class HiddenKey {
    private HiddenKey() {}

    /** Key of a field's old value; the new one stands under {@link #after}. */
    public static String of(ObjectRef object, FieldPath path) {
        return key("before", object, path.toString());
    }

    /** Key of the value that we set. */
    public static String after(ObjectRef object, FieldPath path) {
        return key("after", object, path.toString());
    }

    /** Key of a whole object. */
    public static String of(ObjectRef object) {
        return key("object", object, "");
    }

    private static String key(String what, ObjectRef object, String path) {
        // Only names may be cut or changed to fit, so the hash of the exact ones keeps keys apart.
        String exact = object + " " + path;
        String readable = (object.name() + (path.isEmpty() ? "" : "-" + path)).replaceAll("[^A-Za-z0-9]+", "-");
        return what + "-" + readable.substring(0, Math.min(readable.length(), 120)) + "-"
                + Integer.toHexString(exact.hashCode());
    }
}
