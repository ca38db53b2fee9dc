package dev.understudy.debrief;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody had to ask during a drill.
 *
 * @param asked the question
 * @param answeredBy name of the responder who knew; null when nobody did
 * @param onlyExcluded whether only an excluded responder knew
 * @param runbook where the answer will be written down, or is by now; null when that is open
 * @param owner name of the responder who writes it down; null when that is open
 */
public record KnowledgeGap(
        String asked,
        @Nullable String answeredBy,
        boolean onlyExcluded,
        @Nullable String runbook,
        @Nullable String owner) {}
