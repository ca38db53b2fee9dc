package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.kubernetes.field.ManagedFields;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.Reply;
import dev.understudy.cluster.kubernetes.wire.Retries;
import java.util.List;
import java.util.Optional;

/**
 * Gives fields back to whom they were taken from, once they show the old value again: without it the owner's next
 * server-side apply would meet a conflict with a drill that is long over. Lets go of everything else that the edit held.
 */
final class OwnersBack {
    private final ApiServer server;

    OwnersBack(ApiServer server) {
        this.server = server;
    }

    /** Returns why it could not be done; empty when it was, or when there was nothing to do. */
    Optional<ClusterException> give(Change.Edit edit, String manager) {
        ClusterException trouble = new ClusterException(Kind.CONFLICT, "somebody else kept changing the object");
        Retries retries = new Retries();
        while (retries.left()) {
            try {
                Optional<ClusterObject> live =
                        server.find(edit.object()).filter(o -> o.uid().equals(edit.uid()));
                Optional<Call> call = live.flatMap(o -> letGo(edit, o, manager));
                if (call.isEmpty()) {
                    return Optional.empty();
                }
                Reply reply = server.ask(call.get());
                if (!reply.ok()) {
                    trouble = server.failure(call.get(), reply);
                    if (!Writes.mayPass(server, live.orElseThrow(), reply)) {
                        break;
                    }
                }
            } catch (ClusterException e) {
                trouble = e;
                retries.pause(e);
                continue;
            }
            retries.pause();
        }
        return Optional.of(trouble);
    }

    private static Optional<Call> letGo(Change.Edit edit, ClusterObject live, String manager) {
        ManagedFields now = ManagedFields.of(live);
        List<FieldEdit> held =
                edit.edits().stream().filter(e -> now.holds(manager, e.path())).toList();
        List<FieldEdit> back =
                held.stream().filter(e -> Writes.shows(live, e, e.before())).toList();
        ManagedFields then = now.givenBack(manager, held, back);
        return then.equals(now)
                ? Optional.empty()
                : Optional.of(Writes.patch(live, manager, draft -> draft.metadata("managedFields", then.json())));
    }
}
