package dev.understudy.scenario;

import org.jspecify.annotations.Nullable;

/**
 * One mistake in a file.
 *
 * @param line from 1; 0 when the mistake has no place
 * @param column from 1
 * @param hint what to do, such as {@code did you mean 'deadline'?}; null when there is nothing to add
 */
public record Problem(
        String file,
        int line,
        int column,
        String message,
        @Nullable String hint) {
    /** Returns {@code file:line:column: message (hint)}. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + message + (hint == null ? "" : " (" + hint + ")");
    }
}
