package dev.understudy.cluster.kubernetes.field;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldOwner;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who set what on one object, as its metadata.managedFields tells. */
public record ManagedFields(List<FieldOwner> entries) {
    public ManagedFields {
        entries = List.copyOf(entries);
    }

    /** Reads them from an object. */
    public static ManagedFields of(ClusterObject object) {
        List<FieldOwner> all = new ArrayList<>();
        for (Map<String, Object> entry : PlainJson.objects(PlainJson.at(object.json(), "metadata", "managedFields"))) {
            all.add(new FieldOwner(
                    PlainJson.text(entry, "manager"),
                    PlainJson.text(entry, "operation"),
                    PlainJson.text(entry, "apiVersion"),
                    PlainJson.text(entry, "subresource"),
                    PlainJson.text(entry, "time"),
                    PlainJson.object(entry.get("fieldsV1"))));
        }
        return new ManagedFields(all);
    }

    /**
     * Tells whether a field's value belongs to one manager and to nobody else. A field that is not there has no owner:
     * its absence belongs to whoever removed it, and that cannot be told.
     */
    public boolean alone(String manager, FieldPath path, FieldValue value) {
        if (!(value instanceof FieldValue.Json(Object json))) {
            return true;
        }
        for (FieldOwner own : entries) {
            if (own.manager().equals(manager)) {
                Optional<List<String>> keys = FieldTree.locate(own.fields(), path);
                if (keys.isPresent() && FieldTree.covers(own.fields(), keys.get(), json)) {
                    return entries.stream()
                            .noneMatch(other ->
                                    !other.manager().equals(manager) && FieldTree.holds(other.fields(), keys.get()));
                }
            }
        }
        return false;
    }

    /** Tells whether a manager holds a field or anything below it, whoever else does. */
    public boolean holds(String manager, FieldPath path) {
        return entries.stream()
                .anyMatch(e -> e.manager().equals(manager)
                        && FieldTree.locate(e.fields(), path).isPresent());
    }

    /** Returns the names of everybody but one who holds a field or anything below it. */
    public Set<String> others(String manager, FieldPath path) {
        Set<String> names = new LinkedHashSet<>();
        for (FieldOwner entry : entries) {
            if (!entry.manager().equals(manager)
                    && FieldTree.locate(entry.fields(), path).isPresent()) {
                names.add(entry.manager());
            }
        }
        return names;
    }

    /** Tells whether a manager brought the map or list at a path into being. */
    public boolean made(String manager, List<FieldPath.Step> steps) {
        return entries.stream().anyMatch(e -> e.manager().equals(manager) && FieldTree.made(e.fields(), steps));
    }

    /** Returns who loses a field between this state and a later one, and which part of it. */
    public List<FieldOwner> losers(String manager, FieldPath path, ManagedFields later) {
        List<FieldOwner> all = new ArrayList<>();
        for (FieldOwner entry : entries) {
            if (entry.manager().equals(manager)) {
                continue;
            }
            Map<String, Object> then = later.entries.stream()
                    .filter(entry::sameEntry)
                    .findFirst()
                    .map(FieldOwner::fields)
                    .orElse(Map.of());
            FieldTree.locate(entry.fields(), path)
                    .map(keys -> FieldTree.minus(FieldTree.only(entry.fields(), keys), then))
                    .filter(lost -> !lost.isEmpty())
                    .ifPresent(lost -> all.add(entry.of(lost)));
        }
        return all;
    }

    /**
     * Returns the entries as they are to be once a manager has let go of some fields.
     *
     * @param dropped fields that the manager no longer holds
     * @param returned those of them that go back to whom they were taken from
     */
    public ManagedFields givenBack(String manager, List<FieldEdit> dropped, List<FieldEdit> returned) {
        List<FieldOwner> result = new ArrayList<>();
        for (FieldOwner entry : entries) {
            if (!entry.manager().equals(manager)) {
                result.add(entry);
                continue;
            }
            Map<String, Object> left = entry.fields();
            for (FieldEdit edit : dropped) {
                Optional<List<String>> keys = FieldTree.locate(left, edit.path());
                left = keys.isPresent() ? FieldTree.without(left, keys.get()) : left;
            }
            if (!FieldTree.hollow(left)) {
                result.add(entry.of(left));
            }
        }
        returned.stream().flatMap(e -> e.owners().stream()).forEach(owner -> restore(result, owner));
        return new ManagedFields(result);
    }

    /**
     * Gives a field back. Not to an owner that has applied since: it no longer names the field, and owning it would make
     * its next apply remove it.
     */
    private static void restore(List<FieldOwner> entries, FieldOwner owner) {
        for (int i = 0; i < entries.size(); i++) {
            FieldOwner entry = entries.get(i);
            if (entry.sameEntry(owner)) {
                if (!owner.applies() || entry.time().equals(owner.time())) {
                    entries.set(i, entry.of(FieldTree.union(entry.fields(), owner.fields())));
                }
                return;
            }
        }
        boolean appliesElsewhere = entries.stream()
                .anyMatch(e -> owner.applies() && e.applies() && e.manager().equals(owner.manager()));
        if (!appliesElsewhere) {
            entries.add(owner);
        }
    }

    /** Returns the list as the object carries it; an empty entry is how the server is told that nobody owns anything. */
    public List<Map<String, Object>> json() {
        return entries.isEmpty()
                ? List.of(Map.of())
                : entries.stream().map(ManagedFields::json).toList();
    }

    private static Map<String, Object> json(FieldOwner entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("manager", entry.manager());
        json.put("operation", entry.operation());
        json.put("apiVersion", entry.apiVersion());
        if (!entry.subresource().isEmpty()) {
            json.put("subresource", entry.subresource());
        }
        if (!entry.time().isEmpty()) {
            json.put("time", entry.time());
        }
        json.put("fieldsType", "FieldsV1");
        json.put("fieldsV1", entry.fields());
        return json;
    }
}
