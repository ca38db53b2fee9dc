package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.access.Escalation;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import java.util.ArrayList;
import java.util.List;

/** Answers create, update and patch of objects and of their status. */
final class Writing {
    private final MemoryStore store;
    private final Escalation escalation;

    Writing(MemoryStore store, Escalation escalation) {
        this.store = store;
        this.escalation = escalation;
    }

    Reply create(Ask ask) {
        Kind kind = ask.kind();
        Bodies.Sent sent = Bodies.object(ask);
        List<String> warnings = settle(ask, kind, sent);
        if (!Meta.resourceVersion(sent.object()).isEmpty()) {
            throw new StatusException(500, "", "resourceVersion should not be set on objects to be created");
        }
        escalation.check(ask.caller(), kind, sent.object());
        ObjectNode made = store.create(kind, sent.object(), ask.write(""));
        return Reply.json(201, made, warnings);
    }

    Reply update(Ask ask) {
        Kind kind = ask.kind();
        Bodies.Sent sent = Bodies.object(ask);
        List<String> warnings = settle(ask, kind, sent);
        checkName(ask, sent.object());
        escalation.check(ask.caller(), kind, sent.object());
        ObjectNode updated = store.change(
                kind,
                ask.target().namespace(),
                ask.target().name(),
                ask.write(ask.target().subresource()),
                current -> sent.object());
        return Reply.json(200, updated, warnings);
    }

    Reply patch(Ask ask) {
        if (Patches.type(ask).equals(Patches.APPLY)) {
            return Applying.apply(ask, store, escalation);
        }
        Kind kind = ask.kind();
        Patches patches = Patches.read(ask);
        List<String> warnings = new ArrayList<>();
        ObjectNode patched = store.change(
                kind,
                ask.target().namespace(),
                ask.target().name(),
                ask.write(ask.target().subresource()),
                current -> {
                    ObjectNode proposed = patches.apply(ask.form().shape(), current);
                    warnings.addAll(patches.complaints(proposed));
                    checkName(ask, proposed);
                    checkUid(kind, current, proposed);
                    escalation.check(ask.caller(), kind, proposed);
                    return proposed;
                });
        return Reply.json(200, patched, warnings);
    }

    private static List<String> settle(Ask ask, Kind kind, Bodies.Sent sent) {
        return Complaints.settle(ask, sent.complaints(), why -> Refusals.unreadable(kind, why));
    }

    static void checkName(Ask ask, ObjectNode object) {
        String name = Meta.name(object);
        if (name.isEmpty()) {
            throw Refusals.badRequest("the name of the object (" + ask.target().name()
                    + " based on URL) was undeterminable: name must be provided");
        }
        if (!name.equals(ask.target().name())) {
            throw Refusals.badRequest("the name of the object (" + name + ") does not match the name on the URL ("
                    + ask.target().name() + ")");
        }
    }

    private static void checkUid(Kind kind, ObjectNode current, ObjectNode proposed) {
        String uid = Meta.uid(proposed);
        if (!uid.isEmpty() && !uid.equals(Meta.uid(current))) {
            JsonNode shown = JsonNodeFactory.instance.textNode(uid);
            Cause cause =
                    new Cause("FieldValueInvalid", "Invalid value: " + shown + ": field is immutable", "metadata.uid");
            throw Refusals.invalid(kind, Meta.name(current), List.of(cause));
        }
    }
}
