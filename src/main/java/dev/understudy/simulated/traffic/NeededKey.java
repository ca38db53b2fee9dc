package dev.understudy.simulated.traffic;

import dev.understudy.simulated.network.NetworkPicture;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;

/**
 * A key of a ConfigMap or a Secret that an app cannot do without.
 *
 * @param key name of the key; empty when the object itself is enough
 */
record NeededKey(Kind kind, String name, String key) {
    private static final String SECRET = "secret:";

    /** Reads {@code name/key}, with {@code secret:} before it for a Secret. */
    static NeededKey read(String text) {
        Kind kind = text.startsWith(SECRET) ? Kinds.SECRET : Kinds.CONFIG_MAP;
        String[] parts =
                text.substring(text.startsWith(SECRET) ? SECRET.length() : 0).split("/", 2);
        return new NeededKey(kind, parts[0], parts.length > 1 ? parts[1] : "");
    }

    boolean isThere(NetworkPicture picture, String namespace) {
        return picture.setting(kind, namespace, name)
                .filter(object -> key.isEmpty()
                        || object.path("data").has(key)
                        || object.path("binaryData").has(key))
                .isPresent();
    }

    /** Names what is missing, for the app's answer. */
    String title() {
        return (key.isEmpty() ? "" : "key " + key + " of ") + kind.kind() + " " + name;
    }
}
