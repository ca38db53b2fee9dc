package dev.understudy.cluster;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a drill looks at: objects of some types in one namespace, the namespace itself, and what a fault must see beside
 * them.
 *
 * @param namespace the target namespace
 * @param types namespaced types, of which everything in the namespace is seen and may be watched
 * @param everywhere types of which everything in the cluster is seen: cluster-scoped ones, or those of all namespaces.
 *     They are looked at, never watched
 * @param named single objects that are read by name, where listing all of their type would ask for too much
 */
public record Scope(String namespace, Set<ResourceType> types, Set<ResourceType> everywhere, Set<ObjectRef> named) {
    public Scope {
        types = Set.copyOf(types);
        everywhere = Set.copyOf(everywhere);
        named = Set.copyOf(named);
    }

    /** A scope of the namespace alone. */
    public Scope(String namespace, Set<ResourceType> types) {
        this(namespace, types, Set.of(), Set.of());
    }

    /** Returns the same with everything of some types in the whole cluster. */
    public Scope withAll(ResourceType... more) {
        return new Scope(namespace, types, union(everywhere, Set.of(more)), named);
    }

    /** Returns the same with some objects by name. */
    public Scope with(ObjectRef... more) {
        return new Scope(namespace, types, everywhere, union(named, Set.of(more)));
    }

    /** Returns both together; they must be of one namespace. */
    public Scope and(Scope other) {
        if (!namespace.equals(other.namespace)) {
            throw new IllegalArgumentException("one scope, one namespace: " + namespace + ", " + other.namespace);
        }
        return new Scope(
                namespace, union(types, other.types), union(everywhere, other.everywhere), union(named, other.named));
    }

    /** Returns what the API server must allow for looking at all this. */
    public Set<Permission> permissions() {
        Set<Permission> all = new LinkedHashSet<>();
        for (ResourceType type : types) {
            all.add(Permission.all(type, namespace, "list"));
            all.add(Permission.all(type, namespace, "watch"));
        }
        everywhere.forEach(type -> all.add(Permission.all(type, "", "list")));
        named.forEach(object -> all.add(Permission.of(object, "get")));
        for (String verb : List.of("get", "list", "watch")) {
            all.add(new Permission(verb, ResourceType.NAMESPACE, "", "", namespace));
        }
        return all;
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> both = new LinkedHashSet<>();
        Stream.of(some, others).forEach(both::addAll);
        return both;
    }
}
