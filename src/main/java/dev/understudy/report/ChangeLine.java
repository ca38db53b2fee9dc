package dev.understudy.report;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.UndoResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field that was changed, or one object that was made or removed, and what came of undoing it.
 *
 * @param object such as {@code Deployment shop/checkout-cache}
 * @param field null when the whole object was made or removed
 * @param before what was there; a value of a Secret shows its length only
 * @param after what was put there
 * @param undo null while it has no answer
 * @param by who set what is there now; null when it was us or nobody
 * @param detail one sentence; empty while it has no answer
 */
public record ChangeLine(
        String object,
        @Nullable String field,
        String before,
        String after,
        @Nullable UndoResult undo,
        @Nullable String by,
        String detail) {
    static List<ChangeLine> of(Change change, @Nullable UndoneChange undone) {
        return switch (change.redacted()) {
            case Change.Edit edit ->
                edit.edits().stream().map(e -> field(change, e, undone)).toList();
            case Change.Create _ -> List.of(whole(change, "absent", "created", undone));
            case Change.Delete _ -> List.of(whole(change, "present", "deleted", undone));
            case Change.RemovePod pod -> List.of(whole(change, "running", pod.fate(), undone));
        };
    }

    private static ChangeLine whole(Change change, String before, String after, @Nullable UndoneChange undone) {
        return line(change, null, before, after, undone);
    }

    private static ChangeLine field(Change change, FieldEdit edit, @Nullable UndoneChange undone) {
        return line(
                change,
                edit.path().toString(),
                edit.before().toString(),
                edit.after().toString(),
                undone);
    }

    private static ChangeLine line(
            Change change, @Nullable String field, String before, String after, @Nullable UndoneChange undone) {
        return new ChangeLine(
                change.object().toString(),
                field,
                before,
                after,
                undone == null ? null : undone.result(),
                undone == null ? null : undone.by(),
                undone == null ? "" : undone.detail());
    }
}
