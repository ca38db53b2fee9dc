package dev.understudy.fault;

import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ObjectRef;

/** One field of one object. */
public record FieldOf(ObjectRef object, FieldPath path) {
    /** Tells whether both are of the same object and one field lies inside the other or is the same. */
    public boolean overlaps(FieldOf other) {
        return object.equals(other.object) && path.overlaps(other.path);
    }

    @Override
    public String toString() {
        return path + " of " + object;
    }
}
