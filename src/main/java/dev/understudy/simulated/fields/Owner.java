package dev.understudy.simulated.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;

/**
 * Who owns fields.
 *
 * @param manager name of the manager
 * @param operation {@code Apply} or {@code Update}: the same manager may hold both
 * @param apiVersion version of the object as the manager wrote it
 * @param subresource the part that the manager wrote to, empty for the object itself
 */
public record Owner(String manager, String operation, String apiVersion, String subresource)
        implements Comparable<Owner> {
    private static final Comparator<Owner> ORDER = Comparator.comparing(Owner::manager)
            .thenComparing(Owner::operation)
            .thenComparing(Owner::subresource)
            .thenComparing(Owner::apiVersion);

    static Owner read(JsonNode entry) {
        return new Owner(
                entry.path("manager").asText(""),
                entry.path("operation").asText("Update"),
                entry.path("apiVersion").asText(""),
                entry.path("subresource").asText(""));
    }

    ObjectNode write(Ownership.Holding holding) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("manager", manager);
        entry.put("operation", operation);
        entry.put("apiVersion", apiVersion);
        if (!holding.time().isEmpty()) {
            entry.put("time", holding.time());
        }
        entry.put("fieldsType", "FieldsV1");
        entry.set("fieldsV1", holding.fields().write());
        if (!subresource.isEmpty()) {
            entry.put("subresource", subresource);
        }
        return entry;
    }

    @Override
    public int compareTo(Owner other) {
        return ORDER.compare(this, other);
    }
}
