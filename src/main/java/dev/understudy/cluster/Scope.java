package dev.understudy.cluster;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a drill looks at: objects of some types in one namespace, and the namespace itself.
 *
 * @param namespace the target namespace
 * @param types namespaced types
 */
public record Scope(String namespace, Set<ResourceType> types) {
    public Scope {
        types = Set.copyOf(types);
    }

    /** Returns both together; they must be of one namespace. */
    public Scope and(Scope other) {
        if (!namespace.equals(other.namespace)) {
            throw new IllegalArgumentException("one scope, one namespace: " + namespace + ", " + other.namespace);
        }
        Set<ResourceType> both = new LinkedHashSet<>(types);
        both.addAll(other.types);
        return new Scope(namespace, both);
    }

    /** Returns what the API server must allow for looking at all this. */
    public Set<Permission> permissions() {
        Set<Permission> all = types.stream()
                .flatMap(t -> Set.of("list", "watch").stream().map(verb -> Permission.all(t, namespace, verb)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String verb : List.of("get", "list", "watch")) {
            all.add(new Permission(verb, ResourceType.NAMESPACE, "", "", namespace));
        }
        return all;
    }
}
