package dev.understudy.cluster;

import org.jspecify.annotations.Nullable;

/**
 * What came of an undo.
 *
 * @param change the change that was to be taken back
 * @param result for an edit of several fields the one that asks most of the reader
 * @param by who set what is there now, as far as the cluster tells (a field manager); null when it was us or nobody
 * @param detail one sentence, without secrets; for {@code failed} it names the command that finishes the job
 * @param passing for {@code failed}: whether the reason may pass by itself, as an API server that does not answer
 */
public record Undone(
        Change change, UndoResult result, @Nullable String by, String detail, boolean passing) {
    /** What trying again would not change. */
    public Undone(Change change, UndoResult result, @Nullable String by, String detail) {
        this(change, result, by, detail, false);
    }

    /** An undo that failed. */
    public static Undone failed(Change change, String detail, boolean passing) {
        return new Undone(change, UndoResult.FAILED, null, detail, passing);
    }
}
