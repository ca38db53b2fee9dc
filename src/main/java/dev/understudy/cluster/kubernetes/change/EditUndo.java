package dev.understudy.cluster.kubernetes.change;

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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes an edit back, field by field, only where the object is the one we changed, shows what we set, and names us
 * alone as its manager. Reads again after each write, so that what it reports was seen.
 */
final class EditUndo {
    private final ApiServer server;
    private final OwnersBack owners;
    private final FaultRevisions revisions;

    EditUndo(ApiServer server, OwnersBack owners, FaultRevisions revisions) {
        this.server = server;
        this.owners = owners;
        this.revisions = revisions;
    }

    Undone undo(Change.Edit edit, String manager) {
        if (edit.edits().stream().anyMatch(e -> hidden(e.before()) || hidden(e.after()))) {
            return failed(edit, edit.edits(), "the old value of the secret is not in the record", false);
        }
        Set<FieldEdit> sent = new LinkedHashSet<>();
        ClusterException trouble = new ClusterException(Kind.CONFLICT, "somebody else kept changing the object");
        Retries retries = new Retries();
        while (retries.left()) {
            try {
                Optional<ClusterObject> found = server.find(edit.object());
                if (found.isEmpty() || !found.get().uid().equals(edit.uid())) {
                    return gone(edit, found.isPresent());
                }
                ClusterObject live = found.get();
                List<FieldEdit> ours = ours(edit, live, manager);
                if (ours.isEmpty()) {
                    return finished(edit, live, sent, manager);
                }
                ManagedFields fields = ManagedFields.of(live);
                Call call = Writes.patch(
                        live,
                        manager,
                        draft -> ours.forEach(e -> draft.putBack(e, steps -> fields.made(manager, steps))));
                sent.addAll(ours);
                Reply reply = server.ask(call);
                if (!reply.ok()) {
                    trouble = server.failure(call, reply);
                    if (!Writes.mayPass(server, live, reply)) {
                        return failed(edit, ours, trouble.getMessage(), false);
                    }
                    retries.pause();
                }
            } catch (ClusterException e) {
                trouble = e;
                retries.pause(e);
            }
        }
        return failed(edit, edit.edits(), trouble.getMessage(), trouble.passing());
    }

    private static List<FieldEdit> ours(Change.Edit edit, ClusterObject live, String manager) {
        ManagedFields fields = ManagedFields.of(live);
        return edit.edits().stream()
                .filter(e -> Writes.shows(live, e, e.after()) && !Writes.shows(live, e, e.before()))
                .filter(e -> fields.alone(manager, e.path(), e.after()))
                .toList();
    }

    private Undone finished(Change.Edit edit, ClusterObject live, Set<FieldEdit> sent, String manager) {
        ManagedFields fields = ManagedFields.of(live);
        UndoResult worst = UndoResult.RESTORED;
        Set<String> by = new LinkedHashSet<>();
        List<String> said = new ArrayList<>();
        for (FieldEdit field : edit.edits()) {
            UndoResult result = result(field, live, sent, fields, manager);
            worst = result.compareTo(worst) > 0 ? result : worst;
            Set<String> others = result == UndoResult.UNDONE ? Set.of() : fields.others(manager, field.path());
            by.addAll(others);
            said.add(Writes.say(edit, field, live) + ending(result, others));
        }
        Optional<ClusterException> kept = owners.give(edit, manager);
        if (kept.isPresent()) {
            return held(edit, manager, said, kept.get());
        }
        revisions.remove(edit).ifPresent(said::add);
        String names = by.isEmpty() ? null : String.join(", ", by);
        return new Undone(
                edit.redacted(),
                worst,
                names == null && worst == UndoResult.DIVERGED ? "unknown" : names,
                String.join("; ", said));
    }

    /** The values are back, but our name on them would make the next apply of their owner conflict. */
    private static Undone held(Change.Edit edit, String manager, List<String> said, ClusterException why) {
        return Undone.failed(
                edit.redacted(),
                String.join("; ", said) + "; but the field manager " + manager + " still stands in managedFields ("
                        + why.getMessage() + "); to finish: understudy undo",
                why.passing());
    }

    private static UndoResult result(
            FieldEdit field, ClusterObject live, Set<FieldEdit> sent, ManagedFields fields, String manager) {
        if (!Writes.shows(live, field, field.before())) {
            return UndoResult.DIVERGED;
        }
        boolean byUs = field.before() instanceof FieldValue.Absent
                ? sent.contains(field)
                : fields.holds(manager, field.path());
        return byUs ? UndoResult.UNDONE : UndoResult.RESTORED;
    }

    private static String ending(UndoResult result, Set<String> others) {
        String by = others.isEmpty() ? "" : ", set by " + String.join(" and ", others);
        return switch (result) {
            case UNDONE -> " again";
            case RESTORED -> by;
            case DIVERGED -> (by.isEmpty() ? ", set by somebody else" : by) + ": left alone";
            case SELF_ENDING, GONE, FAILED -> "";
        };
    }

    private static Undone gone(Change.Edit edit, boolean replaced) {
        return new Undone(
                edit.redacted(),
                UndoResult.GONE,
                null,
                edit.object() + (replaced ? " is a new object of the same name: left alone" : " is no more"));
    }

    private static Undone failed(Change.Edit edit, List<FieldEdit> fields, String why, boolean passing) {
        return Undone.failed(edit.redacted(), why + "; to finish: " + KubectlCommand.restore(edit, fields), passing);
    }

    private static boolean hidden(FieldValue value) {
        return value instanceof FieldValue.Hidden;
    }
}
