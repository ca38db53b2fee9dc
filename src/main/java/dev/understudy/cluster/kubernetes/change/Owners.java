package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.Map;

/** Who brings an object back when it is gone. */
final class Owners {
    private Owners() {}

    /** Returns the uid of the controller that owns an object; empty when none does. */
    static String controller(Map<String, Object> object) {
        return PlainJson.objects(PlainJson.at(object, "metadata", "ownerReferences")).stream()
                .filter(o -> Boolean.TRUE.equals(o.get("controller")))
                .map(o -> PlainJson.text(o, "uid"))
                .findFirst()
                .orElse("");
    }
}
