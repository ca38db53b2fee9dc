package dev.understudy.cluster.kubernetes.record;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.Map;

/** What tells our objects from others. */
public final class Marks {
    /** Annotation that carries the random mark of a created object. */
    public static final String MARK = "understudy.dev/mark";

    private static final String PREFIX = "understudy-";

    private Marks() {}

    /** Returns the drill's id from its field manager, {@code understudy-<drill>}. */
    public static String drill(String manager) {
        return manager.startsWith(PREFIX) ? manager.substring(PREFIX.length()) : manager;
    }

    /** Returns a reference to an owner with which an object is to go. */
    public static Map<String, Object> owner(ClusterObject owner) {
        return Map.of(
                "apiVersion", owner.ref().type().apiVersion(),
                "kind", owner.ref().type().kind(),
                "name", owner.ref().name(),
                "uid", PlainJson.text(owner.json(), "metadata", "uid"));
    }
}
