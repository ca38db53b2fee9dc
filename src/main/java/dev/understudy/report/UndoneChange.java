package dev.understudy.report;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent.ChangeUndone;
import dev.understudy.drill.FaultState;
import dev.understudy.drill.Mark;
import dev.understudy.report.markup.SafeText;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of undoing one change, in words.
 *
 * @param by who set what is there now; null when it was us or nobody
 * @param detail one sentence without a full stop
 */
record UndoneChange(UndoResult result, @Nullable String by, String detail) {
    private static final int LONGEST_VALUE = 80;

    static UndoneChange of(Drill drill, FaultState fault, Change change, ChangeUndone answer) {
        String by = by(drill, fault, change, answer);
        String given = Reasons.unstopped(answer.detail());
        String detail = switch (answer.result()) {
            case RESTORED -> restored(fault, change) + (by == null ? "" : ", set by " + by);
            case UNDONE -> undone(change);
            case DIVERGED -> diverged(change, given, by);
            case GONE -> given.isEmpty() ? change.object() + " is no more, so nothing was to be undone" : given;
            case SELF_ENDING -> given.isEmpty() ? change.describe() : given;
            case FAILED -> given.isEmpty() ? change.object() + " could not be undone" : given;
        };
        return new UndoneChange(answer.result(), by, detail);
    }

    /** The audit log names people; the field manager names only their program. */
    private static @Nullable String by(Drill drill, FaultState fault, Change change, ChangeUndone answer) {
        if (answer.result() != UndoResult.RESTORED && answer.result() != UndoResult.DIVERGED) {
            return null;
        }
        Mark in = fault.injected();
        Duration since = in == null ? Duration.ZERO : in.at();
        String seen = People.whoChanged(drill, auditNames(change.object()), since);
        return seen == null ? answer.by() : seen;
    }

    private static Set<String> auditNames(ObjectRef object) {
        String plural = object.type().plural();
        String group = object.type().group();
        return Set.of(plural + (group.isEmpty() ? "" : "." + group) + "/" + object.name());
    }

    private static String restored(FaultState fault, Change change) {
        String again = fault.injected() == null ? "" : " again";
        return switch (change.redacted()) {
            case Change.Edit edit -> values(edit, FieldEdit::before, again);
            case Change.Create create -> create.object() + " is not there" + again;
            case Change.Delete delete -> delete.object() + " is there" + again;
            case Change.RemovePod pod -> pod.object() + " was replaced";
        };
    }

    private static String undone(Change change) {
        return switch (change.redacted()) {
            case Change.Edit edit -> values(edit, FieldEdit::before, " again") + ", set back by Understudy";
            case Change.Create create -> create.object() + " is deleted again by Understudy";
            case Change.Delete delete -> delete.object() + " is created again by Understudy";
            case Change.RemovePod pod -> pod.describe();
        };
    }

    private static String diverged(Change change, String given, @Nullable String by) {
        String what = switch (change.redacted()) {
            case Change.Edit edit ->
                edit.edits().stream().map(e -> e.path().toString()).collect(Collectors.joining(", "));
            case Change.Create _, Change.Delete _, Change.RemovePod _ ->
                change.object().toString();
        };
        String who = by == null ? "somebody else" : by;
        return what + " was set by " + who + " since and left alone" + (given.isEmpty() ? "" : " (" + given + ")");
    }

    private static String values(Change.Edit edit, Function<FieldEdit, Object> value, String again) {
        List<String> each = edit.edits().stream()
                .map(e -> e.path() + " is " + shortened(String.valueOf(value.apply(e))) + again)
                .toList();
        return String.join(", ", each);
    }

    private static String shortened(String value) {
        return SafeText.shortened(value, LONGEST_VALUE);
    }
}
