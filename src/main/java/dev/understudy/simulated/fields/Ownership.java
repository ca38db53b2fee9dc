package dev.understudy.simulated.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The managers of one object and the fields that each owns: {@code metadata.managedFields}.
 *
 * @param entries the fields and the time of the last change, by manager
 */
record Ownership(Map<Owner, Holding> entries) {
    Ownership {
        entries = Map.copyOf(entries);
    }

    static Ownership none() {
        return new Ownership(Map.of());
    }

    /** Reads the entries of an object; entries that cannot be read are left out. */
    static Ownership read(ObjectNode object) {
        Map<Owner, Holding> entries = new LinkedHashMap<>();
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            FieldSet fields = FieldSet.read(entry.path("fieldsV1"));
            if (!fields.isEmpty()) {
                entries.put(
                        Owner.read(entry),
                        new Holding(fields, entry.path("time").asText("")));
            }
        }
        return new Ownership(entries);
    }

    /** Tells whether an object carries the one empty entry with which clients ask to forget every owner. */
    static boolean isReset(ObjectNode object) {
        JsonNode sent = object.path("metadata").path("managedFields");
        return sent.size() == 1 && sent.get(0).isEmpty();
    }

    FieldSet of(Owner owner) {
        Holding holding = entries.get(owner);
        return holding == null ? FieldSet.EMPTY : holding.fields();
    }

    /** Returns every place that anybody owns. */
    FieldSet all() {
        return entries.values().stream().map(Holding::fields).reduce(FieldSet.EMPTY, FieldSet::union);
    }

    /** Returns these entries with one replaced, or removed when it holds nothing. */
    Ownership with(Owner owner, FieldSet fields, String time) {
        Map<Owner, Holding> changed = new LinkedHashMap<>(entries);
        if (fields.isEmpty()) {
            changed.remove(owner);
        } else {
            changed.put(owner, new Holding(fields, time));
        }
        return new Ownership(changed);
    }

    /** Returns these entries with the fields of everybody changed. */
    Ownership each(UnaryOperator<FieldSet> change) {
        Map<Owner, Holding> changed = new LinkedHashMap<>();
        entries.forEach((owner, holding) -> {
            FieldSet fields = change.apply(holding.fields());
            if (!fields.isEmpty()) {
                changed.put(owner, new Holding(fields, holding.time()));
            }
        });
        return new Ownership(changed);
    }

    /** Writes the entries into an object in the server's order: appliers first, then by time. */
    void writeTo(ObjectNode object) {
        ObjectNode metadata = object.withObjectProperty("metadata");
        metadata.remove("managedFields");
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        entries.entrySet().stream()
                .sorted((one, other) -> {
                    int byOperation =
                            one.getKey().operation().compareTo(other.getKey().operation());
                    int byTime =
                            one.getValue().time().compareTo(other.getValue().time());
                    int byOwner = one.getKey().compareTo(other.getKey());
                    return byOperation != 0 ? byOperation : byTime != 0 ? byTime : byOwner;
                })
                .forEach(entry -> written.add(entry.getKey().write(entry.getValue())));
        if (!written.isEmpty()) {
            metadata.set("managedFields", written);
        }
    }

    /** What a manager holds since when. */
    record Holding(FieldSet fields, String time) {}
}
