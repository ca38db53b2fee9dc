package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import java.util.List;
import java.util.Set;

/** Objects of a defined kind have to say what they are; the server asks in other words than for built-in kinds. */
final class CustomIdentity {
    private static final int SHOWN = 30;

    private CustomIdentity() {}

    static void check(Kind kind, ObjectNode object) {
        String name = object.path("kind").asText("");
        String apiVersion = object.path("apiVersion").asText("");
        if (name.isEmpty() || apiVersion.isEmpty()) {
            String sent = object.toString();
            String start = sent.length() > SHOWN ? sent.substring(0, SHOWN) + " ..." : sent;
            throw Refusals.badRequest("the object provided is unrecognized (must be of type " + kind.kind()
                    + "): Object '" + (name.isEmpty() ? "Kind" : "apiVersion") + "' is missing in '" + sent + "' ("
                    + start + ")");
        }
        if (object.has("metadata") && !object.get("metadata").isObject()) {
            String found = object.get("metadata").isArray() ? "array" : "string";
            throw Refusals.unreadable(kind, "json: cannot unmarshal " + found + " into Go value of type v1.ObjectMeta");
        }
        if (!apiVersion.equals(kind.apiVersion())) {
            throw Refusals.badRequest("the API version in the data (" + apiVersion
                    + ") does not match the expected API version (" + kind.apiVersion() + ")");
        }
        if (!name.equals(kind.kind())) {
            Kind meant =
                    new Kind(kind.group(), kind.version(), name, kind.plural(), List.of(), kind.namespaced(), Set.of());
            Cause cause =
                    new Cause("FieldValueInvalid", "Invalid value: \"" + name + "\": must be " + kind.kind(), "kind");
            throw Refusals.invalid(meant, Meta.name(object), List.of(cause));
        }
    }
}
