package dev.understudy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cluster.ClusterException.Kind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordUndoTest {
    private static final Change FIRST = edit("spec.replicas");
    private static final Change SECOND = edit("spec.paused");

    private final List<String> done = new ArrayList<>();
    private final Deque<ClusterException> refusals = new ArrayDeque<>();
    private DrillRecord stored = record("1", List.of(FIRST, SECOND));
    private UndoResult result = UndoResult.UNDONE;

    @Test
    void the_record_is_marked_before_anything_is_undone_and_removed_at_the_end() {
        List<Undone> undone = undo(stored);

        assertThat(done).containsExactly("mark by bo", "undo spec.paused", "undo spec.replicas", "remove");
        assertThat(undone).extracting(Undone::change).containsExactly(SECOND, FIRST);
    }

    @Test
    void a_record_stays_while_something_could_not_be_undone() {
        result = UndoResult.FAILED;

        undo(stored);

        assertThat(done).containsExactly("mark by bo", "undo spec.paused", "undo spec.replicas");
    }

    @Test
    void what_a_live_drill_has_added_in_the_meantime_is_undone_too() {
        DrillRecord old = record("0", List.of(FIRST));
        refusals.add(new ClusterException(Kind.CONFLICT, "changed"));

        undo(old);

        assertThat(done).containsExactly("mark by bo", "undo spec.paused", "undo spec.replicas", "remove");
    }

    @Test
    void nothing_is_undone_when_the_record_cannot_be_marked() {
        refusals.add(new ClusterException(Kind.FORBIDDEN, "no"));

        assertThatThrownBy(() -> undo(stored)).hasMessage("no");
        assertThat(done).isEmpty();
    }

    @Test
    void nothing_is_undone_when_another_drill_holds_the_namespace_by_now() {
        DrillRecord mine = stored;
        stored = new DrillRecord("other", "shop", "c", "understudy-other", Instant.EPOCH, List.of(), null, "9");
        refusals.add(new ClusterException(Kind.CONFLICT, "another drill"));

        assertThatThrownBy(() -> undo(mine)).hasMessage("another drill");
        assertThat(done).isEmpty();
    }

    private List<Undone> undo(DrillRecord record) {
        return new RecordUndo(new Records(), new Writer()).undo(record, "bo");
    }

    private static DrillRecord record(String version, List<Change> changes) {
        return new DrillRecord("d", "shop", "c", "understudy-d", Instant.EPOCH, changes, null, version);
    }

    private static Change edit(String path) {
        return new Change.Edit(
                new ObjectRef(ResourceType.DEPLOYMENT, "shop", "web"),
                "u",
                List.of(new FieldEdit(FieldPath.of(path), FieldValue.ABSENT, new FieldValue.Json(1))));
    }

    private final class Records implements DrillRecords {
        @Override
        public DrillRecord write(DrillRecord record) {
            if (!refusals.isEmpty()) {
                throw refusals.pop();
            }
            done.add("mark by " + record.undoneBy());
            return record;
        }

        @Override
        public List<DrillRecord> find(String namespace) {
            return List.of(stored);
        }

        @Override
        public void remove(DrillRecord record) {
            done.add("remove");
        }
    }

    private final class Writer implements ChangeWriter {
        @Override
        public Change preview(Change change, String manager) {
            return change;
        }

        @Override
        public Applied apply(Change change, String manager) {
            return new Applied.Made(change);
        }

        @Override
        public Undone undo(Change change, String manager) {
            done.add("undo " + ((Change.Edit) change).edits().getFirst().path());
            return new Undone(change, result, null, "");
        }
    }
}
