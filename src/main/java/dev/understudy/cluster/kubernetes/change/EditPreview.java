package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldPath.Step;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.kubernetes.field.ManagedFields;
import dev.understudy.cluster.kubernetes.field.Place;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.Reply;
import dev.understudy.cluster.kubernetes.wire.Retries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the server, by a dry run, what an edit would store and who would lose which field. */
final class EditPreview {
    private final ApiServer server;
    private final FaultRevisions revisions;

    EditPreview(ApiServer server, FaultRevisions revisions) {
        this.server = server;
        this.revisions = revisions;
    }

    Change.Edit preview(Change.Edit edit, String manager) {
        Retries retries = new Retries();
        while (true) {
            ClusterObject live = server.find(edit.object())
                    .orElseThrow(() -> new ClusterException(Kind.NOT_FOUND, edit.object() + " is not there"));
            if (!edit.uid().isEmpty() && !edit.uid().equals(live.uid())) {
                throw new ClusterException(
                        Kind.CONFLICT, edit.object() + " is another object of that name than the one planned on");
            }
            Call call = Writes.patch(
                            live,
                            manager,
                            draft -> edit.edits().forEach(e -> draft.put(e.path(), e.after(), steps -> false)))
                    .with("dryRun", "All");
            Reply reply = server.ask(call);
            if (reply.ok()) {
                return planned(edit, live, new ClusterObject(edit.object(), reply.json()), manager);
            }
            if (reply.status() != 409 || !retries.left()) {
                throw server.failure(call, reply);
            }
            retries.pause();
        }
    }

    private Change.Edit planned(Change.Edit edit, ClusterObject live, ClusterObject stored, String manager) {
        ManagedFields now = ManagedFields.of(live);
        ManagedFields then = ManagedFields.of(stored);
        Map<FieldPath, FieldEdit> edits = new LinkedHashMap<>();
        for (FieldEdit field : edit.edits()) {
            FieldPath path = whole(live, field.path());
            FieldValue after = stored.at(path);
            if (!Writes.shows(live, new FieldEdit(path, after, after), after)) {
                edits.put(
                        path,
                        new FieldEdit(
                                path,
                                live.at(path),
                                after,
                                now.losers(manager, path, then),
                                after instanceof FieldValue.Absent ? Place.index(live.json(), path.steps()) : null));
            }
        }
        if (edits.isEmpty()) {
            throw new ClusterException(
                    Kind.INVALID,
                    edit.object() + " would stay as it is: it already shows what the change would set ("
                            + String.join(
                                    ", ",
                                    edit.edits().stream()
                                            .map(e -> e.path().toString())
                                            .toList()) + ")");
        }
        Change.Edit planned = new Change.Edit(edit.object(), live.uid(), List.copyOf(edits.values()));
        return planned.templateEdits().isEmpty()
                ? planned
                : new Change.Edit(planned.object(), planned.uid(), planned.edits(), revisions.newest(live));
    }

    /** Returns the path of the list element that an edit would bring into being, which goes as a whole again. */
    private static FieldPath whole(ClusterObject live, FieldPath path) {
        for (int i = 1; i < path.steps().size(); i++) {
            List<Step> steps = path.steps().subList(0, i);
            if (steps.getLast() instanceof Step.Element && !Place.present(live.json(), steps)) {
                return new FieldPath(steps);
            }
        }
        return path;
    }
}
