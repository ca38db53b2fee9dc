package dev.understudy.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finishes a drill from its record in the cluster alone. Marks the record first, so that a drill that still lives sees
 * it and stands down; removes the record only when nothing failed, so that somebody can try again.
 */
public final class RecordUndo {
    /** A live drill may extend its record between our reading and our marking; it does so once per batch of changes. */
    private static final int MARKING_ATTEMPTS = 5;

    private final DrillRecords records;
    private final ChangeWriter changes;

    public RecordUndo(DrillRecords records, ChangeWriter changes) {
        this.records = records;
        this.changes = changes;
    }

    /**
     * Takes back everything that the record names.
     *
     * @param record as it was found; the caller has checked that it names this cluster
     * @param who stands in the mark: whoever undoes
     * @return what came of each change, in the order in which they were taken back
     * @throws ClusterException when the record cannot be marked or removed; nothing was undone if it was not marked
     */
    public List<Undone> undo(DrillRecord record, String who) {
        DrillRecord marked = mark(record, who);
        List<Undone> all = new ArrayList<>();
        for (Change change : UndoOrder.of(marked.changes())) {
            all.add(changes.undo(change, marked.manager()));
        }
        if (all.stream().noneMatch(u -> u.result() == UndoResult.FAILED)) {
            records.remove(marked);
        }
        return List.copyOf(all);
    }

    private DrillRecord mark(DrillRecord record, String who) {
        DrillRecord latest = record;
        for (int attempt = 1; ; attempt++) {
            try {
                return records.write(latest.marked(who));
            } catch (ClusterException e) {
                if (e.kind() != ClusterException.Kind.CONFLICT || attempt == MARKING_ATTEMPTS) {
                    throw e;
                }
                latest = again(record).orElseThrow(() -> e);
            }
        }
    }

    private Optional<DrillRecord> again(DrillRecord record) {
        return records.find(record.namespace()).stream()
                .filter(r -> r.drill().equals(record.drill()))
                .findFirst();
    }
}
