package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.fields.ApplyConflict;
import dev.understudy.simulated.fields.FieldOwners;
import dev.understudy.simulated.fields.Owner;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.rules.Form;
import dev.understudy.simulated.schema.Decoded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads, completes, checks and claims an object on its way into the store. */
final class Draft {
    private Draft() {}

    /** Returns the object as the server understands it, with the defaults of its kind. */
    static ObjectNode read(Kind kind, Form form, ObjectNode object) {
        ObjectNode read = understand(kind, form, object);
        form.fill(read);
        return read;
    }

    /** Refuses an object that breaks the rules of its kind. */
    static void check(Kind kind, Form form, ObjectNode object, @Nullable ObjectNode before) {
        List<Cause> causes = form.check(object, before);
        if (!causes.isEmpty()) {
            throw Refusals.invalid(kind, Meta.name(object), causes);
        }
    }

    /** Writes the new owners into {@code after}; an apply has written them already. */
    static void claim(Kind kind, Form form, @Nullable ObjectNode before, ObjectNode after, Write write, Instant now) {
        if (write.writer().operation().equals("Apply")) {
            return;
        }
        ObjectNode earlier = before == null ? blank(kind, form) : before;
        FieldOwners.update(form.shape(), earlier, after, owner(kind, write), Meta.timestamp(now));
    }

    /** Returns the stored object with a configuration applied by its writer. */
    static ObjectNode apply(
            Kind kind, Form form, @Nullable ObjectNode stored, ObjectNode configuration, Write write, Instant now) {
        ObjectNode applied = configuration.deepCopy();
        if (kind.subresources().contains("status") && !write.subresource().equals("status")) {
            applied.remove("status");
        }
        ObjectNode below = stored == null ? JsonNodeFactory.instance.objectNode() : stored;
        try {
            return FieldOwners.apply(
                    form.shape(), below, applied, owner(kind, write), write.force(), Meta.timestamp(now));
        } catch (ApplyConflict conflict) {
            throw Refusals.applyConflict(conflict);
        }
    }

    private static ObjectNode understand(Kind kind, Form form, ObjectNode object) {
        Decoded decoded = form.decode(object);
        if (!decoded.errors().isEmpty()) {
            throw Refusals.unreadable(kind, decoded.errors().getFirst());
        }
        return decoded.object();
    }

    private static ObjectNode blank(Kind kind, Form form) {
        return understand(kind, form, JsonNodeFactory.instance.objectNode());
    }

    private static Owner owner(Kind kind, Write write) {
        return new Owner(write.writer().manager(), write.writer().operation(), kind.apiVersion(), write.subresource());
    }
}
