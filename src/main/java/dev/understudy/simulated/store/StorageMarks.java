package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;

/** What the server writes into new claims and volumes: the finalizer that guards them, and the default class. */
final class StorageMarks {
    private static final String IS_DEFAULT = "storageclass.kubernetes.io/is-default-class";

    private StorageMarks() {}

    static void give(Kind kind, ObjectNode object, ObjectStore store) {
        boolean claim = kind.equals(Kinds.VOLUME_CLAIM);
        var finalizers = Meta.of(object).withArrayProperty("finalizers");
        String guard = claim ? "kubernetes.io/pvc-protection" : "kubernetes.io/pv-protection";
        if (finalizers.valueStream().noneMatch(held -> held.asText().equals(guard))) {
            finalizers.add(guard);
        }
        if (claim && !object.path("spec").has("storageClassName")) {
            choose(object, store);
        }
    }

    /** A claim that names no class gets the default one, the newest if there are several. */
    private static void choose(ObjectNode claim, ObjectStore store) {
        store.list(Kinds.STORAGE_CLASS, "").stream()
                .filter(found -> found.path("metadata")
                        .path("annotations")
                        .path(IS_DEFAULT)
                        .asText()
                        .equals("true"))
                .max(Comparator.comparing(found -> Meta.text(found, "creationTimestamp")))
                .ifPresent(found -> claim.withObjectProperty("spec").put("storageClassName", Meta.name(found)));
    }
}
