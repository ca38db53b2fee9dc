package dev.understudy.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Catalogue;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Meta;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One owner reference.
 *
 * @param apiVersion API version of the owner, such as {@code apps/v1}
 * @param kind kind of the owner, such as {@code ReplicaSet}
 * @param name name of the owner, in the namespace of the owned object or cluster-scoped
 * @param uid identity of the owner; a namesake with another uid is not the owner
 * @param controller whether this owner controls the object; at most one does
 * @param blocks whether a foreground deletion of the owner waits for this object
 */
public record Owner(String apiVersion, String kind, String name, String uid, boolean controller, boolean blocks) {
    static Owner read(JsonNode reference) {
        return new Owner(
                reference.path("apiVersion").asText(),
                reference.path("kind").asText(),
                reference.path("name").asText(),
                reference.path("uid").asText(),
                reference.path("controller").asBoolean(),
                reference.path("blockOwnerDeletion").asBoolean());
    }

    /** Refers to an object as the controller of another. */
    public static Owner controlling(Kind kind, ObjectNode owner) {
        return new Owner(kind.apiVersion(), kind.kind(), Meta.name(owner), Meta.uid(owner), true, true);
    }

    /** Returns the owner's kind, empty when the simulated cluster does not serve it. */
    public Optional<Kind> servedKind(Catalogue kinds) {
        String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
        return kinds.named(group, kind);
    }

    public boolean is(Kind other) {
        return apiVersion.equals(other.apiVersion()) && kind.equals(other.kind());
    }

    /** Adds this reference to an object that the caller is about to write. */
    public void addTo(ObjectNode object) {
        var reference = references(object).addObject();
        reference
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put("name", name)
                .put("uid", uid);
        reference.put("controller", controller).put("blockOwnerDeletion", blocks);
    }

    /** Takes the references that {@code unwanted} accepts off an object that the caller is about to write. */
    public static void remove(ObjectNode object, Predicate<Owner> unwanted) {
        var references = references(object);
        for (int i = references.size() - 1; i >= 0; i--) {
            if (unwanted.test(read(references.get(i)))) {
                references.remove(i);
            }
        }
        if (references.isEmpty()) {
            object.withObjectProperty("metadata").remove("ownerReferences");
        }
    }

    private static ArrayNode references(ObjectNode object) {
        return object.withObjectProperty("metadata").withArrayProperty("ownerReferences");
    }
}
