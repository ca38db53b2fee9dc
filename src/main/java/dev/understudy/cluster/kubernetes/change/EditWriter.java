package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.kubernetes.field.ManagedFields;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.Reply;
import dev.understudy.cluster.kubernetes.wire.Retries;
import dev.understudy.cluster.kubernetes.wire.StatusFailure;
import java.util.List;
import java.util.Optional;

/** Makes an edit: one patch, pinned to the version of the object that was looked at. */
final class EditWriter {
    private final ApiServer server;
    private final EditUndo undo;

    EditWriter(ApiServer server, EditUndo undo) {
        this.server = server;
        this.undo = undo;
    }

    Applied apply(Change.Edit edit, String manager) {
        boolean sent = false;
        Retries retries = new Retries();
        while (true) {
            try {
                Optional<ClusterObject> found = server.find(edit.object());
                Optional<Applied> settled = settled(edit, found, manager, sent);
                if (settled.isPresent()) {
                    return settled.get();
                }
                ClusterObject live = found.orElseThrow();
                Call call = Writes.patch(
                        live,
                        manager,
                        draft -> edit.edits().forEach(e -> draft.put(e.path(), e.after(), steps -> false)));
                sent = true;
                Reply reply = server.ask(call);
                if (reply.ok()) {
                    return confirmed(edit, new ClusterObject(edit.object(), reply.json()), manager);
                }
                if (!Writes.mayPass(server, live, reply)) {
                    return new Applied.Refused(edit, StatusFailure.words(call, reply));
                }
                retries.pause();
                if (!retries.left()) {
                    return exhausted(edit, call, reply);
                }
            } catch (ClusterException e) {
                if (!sent) {
                    return new Applied.Refused(edit, e.getMessage());
                }
                retries.pause(e);
                if (!retries.left()) {
                    throw Writes.unknown(edit.object() + " was changed", e);
                }
            }
        }
    }

    /** Says what the object as it is means for the edit; empty when it can be made now. */
    private static Optional<Applied> settled(
            Change.Edit edit, Optional<ClusterObject> found, String manager, boolean sent) {
        if (found.isEmpty()) {
            return refused(edit, edit.object() + " is not there");
        }
        ClusterObject live = found.get();
        if (!live.uid().equals(edit.uid())) {
            return refused(edit, edit.object() + " is another object of that name than the one planned on");
        }
        if (edit.edits().stream().allMatch(e -> Writes.shows(live, e, e.before()))) {
            return Optional.empty();
        }
        ManagedFields fields = ManagedFields.of(live);
        boolean made = edit.edits().stream()
                .allMatch(e -> Writes.shows(live, e, e.after())
                        && (sent || e.after() instanceof FieldValue.Json)
                        && fields.alone(manager, e.path(), e.after()));
        if (made) {
            return Optional.of(new Applied.Made(edit));
        }
        FieldEdit changed = edit.edits().stream()
                .filter(e -> !Writes.shows(live, e, e.before()))
                .findFirst()
                .orElseThrow();
        return refused(edit, Writes.say(edit, changed, live) + " and no longer what the plan saw");
    }

    /** Something between dry run and patch may rewrite values: what we did not predict we could not undo later. */
    private Applied confirmed(Change.Edit edit, ClusterObject stored, String manager) {
        if (edit.edits().stream().allMatch(e -> Writes.shows(stored, e, e.after()))) {
            return new Applied.Made(edit);
        }
        List<FieldEdit> actual = edit.edits().stream()
                .map(e -> new FieldEdit(e.path(), e.before(), stored.at(e.path()), e.owners(), e.index()))
                .toList();
        Undone back = undo.undo(new Change.Edit(edit.object(), edit.uid(), actual, edit.revision()), manager);
        if (back.result() == UndoResult.FAILED || back.result() == UndoResult.DIVERGED) {
            throw new ClusterException(
                    Kind.CONFLICT, "the server stored other values than it announced, and: " + back.detail());
        }
        return new Applied.Refused(edit, "the server stored other values than it announced; they are taken back");
    }

    private static Applied exhausted(Change.Edit edit, Call call, Reply reply) {
        if (reply.status() == 409 || reply.status() == 429) {
            return new Applied.Refused(edit, StatusFailure.words(call, reply));
        }
        throw Writes.unknown(edit.object() + " was changed", StatusFailure.of(call, reply, ""));
    }

    private static Optional<Applied> refused(Change.Edit edit, String why) {
        return Optional.of(new Applied.Refused(edit, why));
    }
}
