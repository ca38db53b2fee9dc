package dev.understudy.cluster;

import java.util.Map;

/**
 * Who owned a field before we changed it, as one entry of managedFields tells. Kept with the change, so that an undo can
 * give the field back: an owner that lost it would meet a conflict at its next server-side apply.
 *
 * @param manager field manager, such as {@code kubectl}
 * @param operation {@code Apply} or {@code Update}
 * @param apiVersion version that the entry speaks
 * @param subresource empty, or such as {@code scale}
 * @param time when the entry was last written, as the server spells it; empty when it does not say
 * @param fields the part of the entry that was lost, from the root, in FieldsV1 form; names of fields, no values
 */
public record FieldOwner(
        String manager,
        String operation,
        String apiVersion,
        String subresource,
        String time,
        Map<String, Object> fields) {
    public FieldOwner {
        fields = Map.copyOf(fields);
    }

    /** The same owner of other fields. */
    public FieldOwner of(Map<String, Object> other) {
        return new FieldOwner(manager, operation, apiVersion, subresource, time, other);
    }

    /** Tells whether both are the same entry of managedFields, whatever they own. */
    public boolean sameEntry(FieldOwner other) {
        return manager.equals(other.manager)
                && operation.equals(other.operation)
                && apiVersion.equals(other.apiVersion)
                && subresource.equals(other.subresource);
    }

    /** Tells whether the entry was written by a server-side apply, whose owner removes what it no longer names. */
    public boolean applies() {
        return operation.equals("Apply");
    }
}
