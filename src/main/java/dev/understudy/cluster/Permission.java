package dev.understudy.cluster;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One thing that the API server must allow.
 *
 * @param verb such as {@code patch}
 * @param type the kind of object
 * @param subresource empty, or such as {@code scale}
 * @param namespace empty for cluster-scoped objects
 * @param name empty for every object of the type
 */
public record Permission(String verb, ResourceType type, String subresource, String namespace, String name)
        implements Comparable<Permission> {
    private static final Comparator<Permission> ORDER = Comparator.comparing(Permission::namespace)
            .thenComparing(p -> p.type().group())
            .thenComparing(p -> p.type().plural())
            .thenComparing(Permission::subresource)
            .thenComparing(Permission::name)
            .thenComparing(Permission::verb);

    /** Permission for one named object; {@code create} cannot be limited to a name. */
    public static Permission of(ObjectRef object, String verb) {
        return new Permission(verb, object.type(), "", object.namespace(), verb.equals("create") ? "" : object.name());
    }

    /** Permissions for several verbs on one named object. */
    public static Set<Permission> verbs(ObjectRef object, String... verbs) {
        Set<Permission> all = new LinkedHashSet<>();
        for (String verb : verbs) {
            all.add(of(object, verb));
        }
        return all;
    }

    /** Permission for every object of a type in a namespace. */
    public static Permission all(ResourceType type, String namespace, String verb) {
        return new Permission(verb, type, "", namespace, "");
    }

    /** The same on a subresource. */
    public Permission on(String part) {
        return new Permission(verb, type, part, namespace, name);
    }

    @Override
    public int compareTo(Permission other) {
        return ORDER.compare(this, other);
    }

    /** Returns {@code patch deployments.apps/checkout-cache in namespace shop}. */
    @Override
    public String toString() {
        return verb + " " + type.qualified() + (subresource.isEmpty() ? "" : "/" + subresource)
                + (name.isEmpty() ? "" : " " + name) + (namespace.isEmpty() ? "" : " in namespace " + namespace);
    }
}
