package dev.understudy.cluster;

import org.jspecify.annotations.Nullable;

/**
 * What came of an undo.
 *
 * @param change the change that was to be taken back
 * @param result for an edit of several fields the one that asks most of the reader
 * @param by who set what is there now, as far as the cluster tells (a field manager); null when it was us or nobody
 * @param detail one sentence, without secrets; for {@code failed} it names the command that finishes the job
 */
public record Undone(
        Change change, UndoResult result, @Nullable String by, String detail) {}
