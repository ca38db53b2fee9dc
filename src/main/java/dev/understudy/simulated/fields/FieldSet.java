package dev.understudy.simulated.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A set of fields as a tree, in the notation of {@code FieldsV1}: {@code f:name} a field, {@code k:{"name":"x"}} a list
 * element by its keys, {@code v:"x"} an element of a set.
 *
 * @param member whether the place itself is in the set
 * @param children what is in the set below it
 */
public record FieldSet(boolean member, SortedMap<String, FieldSet> children) {
    /** Holds nothing. */
    public static final FieldSet EMPTY = new FieldSet(false, Collections.emptySortedMap());

    static final FieldSet LEAF = new FieldSet(true, Collections.emptySortedMap());

    public FieldSet {
        children = Collections.unmodifiableSortedMap(new TreeMap<>(children));
    }

    /** Reads {@code fieldsV1}. */
    public static FieldSet read(JsonNode fieldsV1) {
        if (fieldsV1.isEmpty()) {
            return EMPTY;
        }
        SortedMap<String, FieldSet> children = new TreeMap<>();
        fieldsV1.properties().forEach(entry -> {
            if (!entry.getKey().equals(".")) {
                children.put(entry.getKey(), entry.getValue().isEmpty() ? LEAF : read(entry.getValue()));
            }
        });
        return new FieldSet(fieldsV1.has("."), children);
    }

    /** Writes {@code fieldsV1}. */
    public ObjectNode write() {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        if (member && !children.isEmpty()) {
            written.putObject(".");
        }
        children.forEach((element, below) -> written.set(element, below.write()));
        return written;
    }

    /** Tells whether nothing is in the set. */
    public boolean isEmpty() {
        return !member && children.isEmpty();
    }

    /** Returns what is in either set. */
    public FieldSet union(FieldSet other) {
        SortedMap<String, FieldSet> all = new TreeMap<>(children);
        other.children.forEach((element, below) -> all.merge(element, below, FieldSet::union));
        return new FieldSet(member || other.member, all);
    }

    /** Returns what is in this set and not in the other. */
    public FieldSet minus(FieldSet other) {
        SortedMap<String, FieldSet> rest = new TreeMap<>();
        children.forEach((element, below) -> {
            FieldSet left = below.minus(other.below(element));
            if (!left.isEmpty()) {
                rest.put(element, left);
            }
        });
        return new FieldSet(member && !other.member, rest);
    }

    /** Returns what is in both sets. */
    public FieldSet intersection(FieldSet other) {
        return minus(minus(other));
    }

    /** Returns the part of the set below one element. */
    public FieldSet below(String element) {
        @Nullable FieldSet found = children.get(element);
        return found == null ? EMPTY : found;
    }

    /** Returns every place in the set, as the path from the root; those of one level stand before those below. */
    public List<List<String>> paths() {
        List<List<String>> paths = new ArrayList<>();
        if (member) {
            paths.add(List.of());
        }
        collect(List.of(), paths);
        return paths;
    }

    private void collect(List<String> path, List<List<String>> into) {
        children.forEach((element, below) -> {
            if (below.member) {
                into.add(longer(path, element));
            }
        });
        children.forEach((element, below) -> below.collect(longer(path, element), into));
    }

    private static List<String> longer(List<String> path, String element) {
        List<String> longer = new ArrayList<>(path);
        longer.add(element);
        return List.copyOf(longer);
    }
}
