package dev.understudy.simulated.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Meta;

/**
 * Names one object.
 *
 * @param namespace namespace of the object, empty when it is cluster-scoped
 */
public record Key(Kind kind, String namespace, String name) {
    public static Key of(Kind kind, ObjectNode object) {
        return new Key(kind, kind.namespaced() ? Meta.namespace(object) : "", Meta.name(object));
    }

    /** Names the owner of an object; an owner that has a namespace shares the object's. */
    public static Key of(Kind ownerKind, Owner owner, ObjectNode owned) {
        return new Key(ownerKind, ownerKind.namespaced() ? Meta.namespace(owned) : "", owner.name());
    }
}
