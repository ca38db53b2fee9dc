package dev.understudy.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen in one look at a scope.
 *
 * @param takenAt when the look ended, by this machine's clock
 * @param objects everything in the scope, the namespace included
 */
public record ClusterView(Instant takenAt, Map<ObjectRef, ClusterObject> objects) {
    public ClusterView {
        objects = Map.copyOf(objects);
    }

    /** Returns the object of that name, or empty when it was not there. */
    public Optional<ClusterObject> find(ObjectRef ref) {
        return Optional.ofNullable(objects.get(ref));
    }

    /** Returns the objects of a type, by name. */
    public List<ClusterObject> all(ResourceType type) {
        return objects.values().stream()
                .filter(o -> o.ref().type().equals(type))
                .sorted((a, b) -> a.ref().compareTo(b.ref()))
                .toList();
    }
}
