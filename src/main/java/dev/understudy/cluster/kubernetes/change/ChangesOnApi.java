package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import java.time.Duration;

/** Writes changes through an API server. Safe for use by several threads. */
public final class ChangesOnApi implements ChangeWriter {
    private final EditPreview preview;
    private final EditWriter edits;
    private final EditUndo undo;
    private final Creation creation;
    private final Deletion deletion;
    private final PodRemoval pods;

    /**
     * @param settle how long controllers are given: an undo waits so long for the revision that a fault made to fall out of
     *     use, and an experiment of another tool so long to be injected and to be recovered
     */
    public ChangesOnApi(ApiServer server, Duration settle) {
        FaultRevisions revisions = new FaultRevisions(server, settle);
        preview = new EditPreview(server, revisions);
        undo = new EditUndo(server, new OwnersBack(server), revisions);
        edits = new EditWriter(server, undo);
        creation = new Creation(server, settle);
        deletion = new Deletion(server);
        pods = new PodRemoval(server);
    }

    @Override
    public Change preview(Change change, String manager) {
        return switch (change) {
            case Change.Edit edit -> preview.preview(edit, manager);
            case Change.Create create -> creation.preview(create, manager);
            case Change.Delete delete -> deletion.preview(delete, manager);
            case Change.RemovePod pod -> pods.preview(pod);
        };
    }

    @Override
    public Applied apply(Change change, String manager) {
        return switch (change) {
            case Change.Edit edit -> edits.apply(edit, manager);
            case Change.Create create -> creation.apply(create, manager);
            case Change.Delete delete -> deletion.apply(delete);
            case Change.RemovePod pod -> pods.apply(pod);
        };
    }

    @Override
    public Undone undo(Change change, String manager) {
        return switch (change) {
            case Change.Edit edit -> undo.undo(edit, manager);
            case Change.Create create -> creation.undo(create);
            case Change.Delete delete -> deletion.undo(delete, manager);
            case Change.RemovePod pod ->
                new Undone(pod, UndoResult.SELF_ENDING, null, pod.object() + ": its controller replaces it");
        };
    }
}
