package dev.understudy.debrief;

import org.jspecify.annotations.Nullable;

/**
 * A question of the debrief and what was said.
 *
 * @param by name of the responder who said it; null when it was the team
 */
public record Answer(
        String question, String answer, @Nullable String by) {}
