package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.field.PatchDraft;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import dev.understudy.cluster.kubernetes.wire.Reply;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What every write has in common: our name on it, strict validation, and how a refusal is read. */
final class Writes {
    private Writes() {}

    /** Parameters of every write. */
    static Map<String, String> as(String manager) {
        return Map.of("fieldManager", manager, "fieldValidation", "Strict");
    }

    /** Returns a patch of one version of an object. */
    static Call patch(ClusterObject live, String manager, Consumer<PatchDraft> changes) {
        PatchDraft draft = PatchDraft.of(live);
        changes.accept(draft);
        return Call.patch(live.ref(), draft.operations(), as(manager));
    }

    /**
     * Tells whether another look at the object is worth it: the answer was a conflict, or left open what happened, or
     * was a 422, which means as little as a failed test, while the object has moved on.
     */
    static boolean mayPass(ApiServer server, ClusterObject live, Reply reply) {
        return switch (reply.status()) {
            case 409, 429 -> true;
            case 400, 422 ->
                server.find(live.ref())
                        .filter(now -> now.resourceVersion().equals(live.resourceVersion()))
                        .isEmpty();
            default -> reply.status() >= 500;
        };
    }

    /** Says that nobody can tell any more whether something was done. */
    static ClusterException unknown(String what, ClusterException cause) {
        return new ClusterException(cause.kind(), "it is unknown whether " + what + ": " + cause.getMessage(), cause);
    }

    /** Tells whether a field of an object holds a value. */
    static boolean shows(ClusterObject live, FieldEdit field, FieldValue value) {
        return PlainJson.same(json(live.at(field.path())), json(value));
    }

    /** Returns {@code spec.replicas is 3}, without the value where it is secret. */
    static String say(Change.Edit edit, FieldEdit field, ClusterObject live) {
        FieldValue value = live.at(field.path());
        return field.path() + " is " + (edit.object().type().equals(ResourceType.SECRET) ? value.hidden() : value);
    }

    private static @Nullable Object json(FieldValue value) {
        return value instanceof FieldValue.Json(Object json) ? json : null;
    }
}
