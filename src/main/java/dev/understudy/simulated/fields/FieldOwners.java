package dev.understudy.simulated.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps {@code metadata.managedFields} through writes. An update owns what it adds or changes and takes it from
 * whoever had it; an apply owns what its configuration names, and refuses to take what others own unless forced.
 */
public final class FieldOwners {
    /** Fields that belong to the server and to no manager. */
    private static final FieldSet NOBODYS = nobodys();

    private FieldOwners() {}

    /**
     * Writes the owners into {@code after}, as after an update (or a creation, with an empty {@code before}).
     *
     * @param after the new state; its own managedFields count when they say something, so that clients may edit them
     */
    public static void update(Shape shape, ObjectNode before, ObjectNode after, Owner owner, String now) {
        Ownership sent = sentOrStored(before, after);
        Comparison difference = Comparison.between(shape, withoutOwners(before), withoutOwners(after));
        FieldSet taken = difference.set().minus(NOBODYS);
        Ownership rest = sent.each(fields -> fields.minus(difference.removed()).minus(difference.set()));
        Ownership owners = taken.isEmpty()
                ? rest
                : rest.with(owner, sent.of(owner).minus(difference.removed()).union(taken), now);
        owners.writeTo(after);
    }

    /**
     * Returns the stored object with a configuration applied, owners included.
     *
     * @throws ApplyConflict when others own fields that would change, unless {@code force}
     */
    public static ObjectNode apply(
            Shape shape, ObjectNode stored, ObjectNode configuration, Owner owner, boolean force, String now) {
        Ownership before = Ownership.read(stored);
        FieldSet named = Fields.of(shape, withoutOwners(configuration)).minus(NOBODYS);
        Ownership claimed = before.with(owner, named, now);
        ObjectNode bare = withoutOwners(stored);
        JsonNode merged = Applied.merge(shape, bare, withoutOwners(configuration));
        FieldSet given = before.of(owner).minus(named);
        ObjectNode result = (ObjectNode) Applied.prune(shape, merged, given, claimed.all());
        Comparison difference = Comparison.between(shape, bare, result);
        List<FieldConflict> conflicts = conflicts(before, owner, difference.set());
        if (!conflicts.isEmpty() && !force) {
            throw new ApplyConflict(conflicts);
        }
        boolean unchanged = before.of(owner).equals(named) && bare.equals(result);
        Ownership owners =
                before.each(fields -> fields.minus(difference.removed()).minus(difference.set()));
        (unchanged ? before : owners.with(owner, named, now)).writeTo(result);
        return result;
    }

    private static List<FieldConflict> conflicts(Ownership before, Owner owner, FieldSet set) {
        List<FieldConflict> conflicts = new ArrayList<>();
        before.entries().forEach((other, holding) -> {
            if (!other.equals(owner)) {
                holding.fields().intersection(set).paths().stream()
                        .map(path -> new FieldConflict(other, holding.time(), path))
                        .forEach(conflicts::add);
            }
        });
        return conflicts;
    }

    private static Ownership sentOrStored(ObjectNode before, ObjectNode after) {
        if (Ownership.isReset(after)) {
            return Ownership.none();
        }
        Ownership sent = Ownership.read(after);
        return sent.entries().isEmpty() ? Ownership.read(before) : sent;
    }

    private static ObjectNode withoutOwners(ObjectNode object) {
        ObjectNode bare = object.deepCopy();
        if (bare.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return bare;
    }

    private static FieldSet nobodys() {
        FieldSetBuilder places = new FieldSetBuilder();
        List.of("f:apiVersion", "f:kind", "f:metadata").forEach(field -> places.add(List.of(field)));
        List.of(
                        "f:name",
                        "f:namespace",
                        "f:creationTimestamp",
                        "f:deletionTimestamp",
                        "f:deletionGracePeriodSeconds",
                        "f:selfLink",
                        "f:uid",
                        "f:generation",
                        "f:resourceVersion")
                .forEach(field -> places.add(List.of("f:metadata", field)));
        return places.build();
    }
}
