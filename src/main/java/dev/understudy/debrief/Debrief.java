package dev.understudy.debrief;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One debrief of one drill, whole; a later one of the same drill takes its place.
 *
 * @param facilitator who held it
 * @param lead who led the drill; null when that was whoever acknowledged it
 * @param confirmed whether the facilitator confirms an acknowledgement that is somebody's own word
 * @param attributions who stood behind actors that the roster does not know
 * @param parts what each excluded responder did
 * @param answers to the scenario's questions and others
 * @param factors what contributed; in the plural, and none of them a person
 * @param wentWell what went well
 * @param wentBadly what did not
 * @param lucky where it was luck
 * @param gaps what somebody had to ask
 * @param actions what will be done about it
 */
public record Debrief(
        String facilitator,
        @Nullable String lead,
        boolean confirmed,
        List<Attribution> attributions,
        List<Part> parts,
        List<Answer> answers,
        List<String> factors,
        List<String> wentWell,
        List<String> wentBadly,
        List<String> lucky,
        List<KnowledgeGap> gaps,
        List<ActionItem> actions) {
    public Debrief {
        attributions = List.copyOf(attributions);
        parts = List.copyOf(parts);
        answers = List.copyOf(answers);
        factors = List.copyOf(factors);
        wentWell = List.copyOf(wentWell);
        wentBadly = List.copyOf(wentBadly);
        lucky = List.copyOf(lucky);
        gaps = List.copyOf(gaps);
        actions = List.copyOf(actions);
    }
}
