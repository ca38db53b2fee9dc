package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.kubernetes.field.ManagedFields;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import dev.understudy.cluster.kubernetes.wire.Reply;
import dev.understudy.cluster.kubernetes.wire.Retries;
import dev.understudy.cluster.kubernetes.wire.StatusFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deletes an object that no controller brings back, and creates it again from its snapshot. */
final class Deletion {
    private final ApiServer server;

    Deletion(ApiServer server) {
        this.server = server;
    }

    /** Returns the deletion with the object's uid and a snapshot of it as it is now. */
    Change.Delete preview(Change.Delete delete, String manager) {
        ClusterObject live = server.find(delete.object())
                .orElseThrow(() -> new ClusterException(Kind.NOT_FOUND, delete.object() + " is not there"));
        Optional<String> why = Snapshot.refusal(live).or(() -> new OwnAccess(server).refusal(live));
        if (why.isPresent()) {
            throw new ClusterException(Kind.INVALID, why.get());
        }
        server.demand(Call.tryDelete(delete.object(), live.uid()));
        tryAgain(live, manager);
        return new Change.Delete(
                delete.object(),
                live.uid(),
                Snapshot.of(live),
                delete.mark(),
                ManagedFields.of(live).entries());
    }

    /**
     * Asks by a dry run whether we could create the object again: a binding, for one, may be created only by who holds all
     * that it gives. Under another name, since its own is taken.
     */
    private void tryAgain(ClusterObject live, String manager) {
        Map<String, Object> copy = Snapshot.of(live);
        Map<String, Object> metadata = PlainJson.object(copy.get("metadata"));
        metadata.put("name", live.ref().name() + ".again");
        copy.put("metadata", metadata);
        Call call = Call.create(live.ref().type(), live.ref().namespace(), copy, Writes.as(manager))
                .with("dryRun", "All");
        Reply reply = server.ask(call);
        if (!reply.ok()) {
            ClusterException failure = server.failure(call, reply);
            throw new ClusterException(
                    failure.kind(), "the undo could not create it again: " + failure.getMessage(), failure);
        }
    }

    Applied apply(Change.Delete delete) {
        boolean sent = false;
        ClusterException trouble = new ClusterException(Kind.CONFLICT, "it is still there");
        Retries retries = new Retries();
        while (true) {
            try {
                Optional<ClusterObject> there = server.find(delete.object());
                Optional<Applied> settled = settled(delete, there, sent);
                if (settled.isPresent()) {
                    return settled.get();
                }
                Call call = Call.delete(delete.object(), delete.uid());
                sent = true;
                Reply reply = server.ask(call);
                if (!reply.ok()) {
                    if (reply.status() < 500 && !List.of(404, 409, 429).contains(reply.status())) {
                        return new Applied.Refused(delete, StatusFailure.words(call, reply));
                    }
                    trouble = server.failure(call, reply);
                }
                retries.pause();
            } catch (ClusterException e) {
                if (!sent) {
                    return new Applied.Refused(delete, e.getMessage());
                }
                trouble = e;
                retries.pause(e);
            }
            if (!retries.left()) {
                throw Writes.unknown(delete.object() + " was deleted", trouble);
            }
        }
    }

    private static Optional<Applied> settled(Change.Delete delete, Optional<ClusterObject> there, boolean sent) {
        if (there.isEmpty() || !there.get().uid().equals(delete.uid())) {
            return Optional.of(
                    sent
                            ? new Applied.Made(delete)
                            : new Applied.Refused(delete, delete.object() + " is not the object that was planned on"));
        }
        if (sent) {
            return Optional.empty();
        }
        Optional<String> why = Snapshot.refusal(there.get())
                .or(() -> PlainJson.same(Snapshot.of(there.get()), delete.snapshot())
                        ? Optional.empty()
                        : Optional.of(delete.object() + " was changed since the plan"));
        return why.map(w -> new Applied.Refused(delete, w));
    }

    Undone undo(Change.Delete delete, String manager) {
        boolean sent = false;
        Retries retries = new Retries();
        String trouble = "the API server kept failing";
        boolean passing = true;
        while (retries.left()) {
            try {
                Optional<ClusterObject> there = server.find(delete.object());
                if (there.isPresent()) {
                    return present(delete, there.get(), sent, manager);
                }
                if (delete.snapshot().isEmpty()) {
                    trouble = "what it looked like is not in the record";
                    passing = false;
                    break;
                }
                Call call = Call.create(
                        delete.object().type(), delete.object().namespace(), delete.snapshot(), Writes.as(manager));
                sent = true;
                Reply reply = server.ask(call);
                if (!reply.ok()) {
                    throw server.failure(call, reply);
                }
            } catch (ClusterException e) {
                trouble = e.getMessage();
                passing = e.passing();
                retries.pause(e);
            }
        }
        return Undone.failed(delete.redacted(), trouble + "; to finish: " + KubectlCommand.create(delete), passing);
    }

    private Undone present(Change.Delete delete, ClusterObject live, boolean sent, String manager) {
        ManagedFields fields = ManagedFields.of(live);
        boolean byUs = fields.entries().stream().anyMatch(e -> e.manager().equals(manager));
        if (live.uid().equals(delete.uid())) {
            return done(delete, UndoResult.RESTORED, null, delete.object() + " was never deleted");
        }
        if (byUs) {
            disown(delete, live, manager);
            return done(
                    delete, sent ? UndoResult.UNDONE : UndoResult.RESTORED, null, delete.object() + " is there again");
        }
        String by = fields.entries().stream().map(e -> e.manager()).findFirst().orElse("unknown");
        return PlainJson.same(Snapshot.of(live), delete.snapshot())
                ? done(delete, UndoResult.RESTORED, by, delete.object() + " is there again, created by " + by)
                : done(
                        delete,
                        UndoResult.DIVERGED,
                        by,
                        delete.object() + " was created otherwise by " + by + ": left alone");
    }

    /** Gives the object to its owners, or their next apply would conflict with a drill that is over. */
    private void disown(Change.Delete delete, ClusterObject live, String manager) {
        ManagedFields owners = new ManagedFields(delete.owners());
        server.demand(Writes.patch(live, manager, draft -> draft.metadata("managedFields", owners.json())));
    }

    private static Undone done(Change.Delete delete, UndoResult result, @Nullable String by, String detail) {
        return new Undone(delete.redacted(), result, by, detail);
    }
}
