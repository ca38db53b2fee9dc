package dev.understudy.debrief.file;

import dev.understudy.debrief.Debrief;
import org.jspecify.annotations.Nullable;

/**
 * A debrief as its file says.
 *
 * @param drill id of the drill that it is of; null when the file does not say
 * @param debrief questions that nobody answered have an empty answer
 */
public record WrittenDebrief(@Nullable String drill, Debrief debrief) {
    /** Returns what was said, without the questions that nobody answered. */
    public Debrief said() {
        return new Debrief(
                debrief.facilitator(),
                debrief.lead(),
                debrief.confirmed(),
                debrief.attributions(),
                debrief.parts(),
                debrief.answers().stream()
                        .filter(answer -> !answer.answer().isEmpty())
                        .toList(),
                debrief.factors(),
                debrief.wentWell(),
                debrief.wentBadly(),
                debrief.lucky(),
                debrief.gaps(),
                debrief.actions());
    }
}
