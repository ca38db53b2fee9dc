package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.fields.ApplyConflict;
import dev.understudy.simulated.fields.FieldOwners;
import dev.understudy.simulated.fields.Owner;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.rules.Rulebook;
import dev.understudy.simulated.schema.Decoded;
import dev.understudy.simulated.schema.Decoder;
import dev.understudy.simulated.schema.Models;
import dev.understudy.simulated.schema.Shape;
import dev.understudy.simulated.schema.Shape.Anything;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads, completes, checks and claims an object on its way into the store. */
final class Draft {
    private Draft() {}

    /** Returns the object as the server understands it, with the defaults of its kind. */
    static ObjectNode read(Kind kind, ObjectNode object) {
        ObjectNode read = understand(kind, object);
        Rulebook.fill(kind.kind(), read);
        return read;
    }

    /** Refuses an object that breaks the rules of its kind. */
    static void check(Kind kind, ObjectNode object, @Nullable ObjectNode before) {
        List<Cause> causes = Rulebook.check(kind.kind(), object, before);
        if (!causes.isEmpty()) {
            throw Refusals.invalid(kind, Meta.name(object), causes);
        }
    }

    /** Writes the new owners into {@code after}; an apply has written them already. */
    static void claim(Kind kind, @Nullable ObjectNode before, ObjectNode after, Write write, Instant now) {
        if (write.writer().operation().equals("Apply")) {
            return;
        }
        ObjectNode earlier = before == null ? blank(kind) : before;
        FieldOwners.update(shape(kind), earlier, after, owner(kind, write), Meta.timestamp(now));
    }

    /** Returns the stored object with a configuration applied by its writer. */
    static ObjectNode apply(
            Kind kind, @Nullable ObjectNode stored, ObjectNode configuration, Write write, Instant now) {
        ObjectNode applied = configuration.deepCopy();
        if (kind.subresources().contains("status") && !write.subresource().equals("status")) {
            applied.remove("status");
        }
        ObjectNode below = stored == null ? JsonNodeFactory.instance.objectNode() : stored;
        try {
            return FieldOwners.apply(
                    shape(kind), below, applied, owner(kind, write), write.force(), Meta.timestamp(now));
        } catch (ApplyConflict conflict) {
            throw Refusals.applyConflict(conflict);
        }
    }

    private static ObjectNode understand(Kind kind, ObjectNode object) {
        Shape shape = shape(kind);
        if (!(shape instanceof Shape.Struct struct)) {
            return object.deepCopy();
        }
        Decoded decoded = Decoder.decode(struct, object);
        if (!decoded.errors().isEmpty()) {
            throw Refusals.unreadable(kind, decoded.errors().getFirst());
        }
        return decoded.object();
    }

    private static ObjectNode blank(Kind kind) {
        return understand(kind, JsonNodeFactory.instance.objectNode());
    }

    private static Shape shape(Kind kind) {
        return Models.shapeOf(kind.kind()).map(Shape.class::cast).orElse(Anything.ANYTHING);
    }

    private static Owner owner(Kind kind, Write write) {
        return new Owner(write.writer().manager(), write.writer().operation(), kind.apiVersion(), write.subresource());
    }
}
