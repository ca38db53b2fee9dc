package dev.understudy.debrief.file;

import org.jspecify.annotations.Nullable;

/**
 * An action that is being talked about, and is none yet.
 *
 * @param title what, in a sentence
 * @param owner null while nobody has been named
 */
public record BegunAction(String title, @Nullable String owner) {}
