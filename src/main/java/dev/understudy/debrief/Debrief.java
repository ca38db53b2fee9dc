package dev.understudy.debrief;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A debrief of one drill; what a later one of the same drill changes, {@link #following} says.
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

    /**
     * Returns this debrief as it stands after an earlier one of the same drill: what was learned is as this one says, but
     * what the earlier one settled stays until it is answered anew, and what it confirmed stays.
     *
     * @param excluded names of the drill's excluded: one of them stays behind an actor until this debrief says what part
     *     that responder had
     */
    public Debrief following(Debrief earlier, Set<String> excluded) {
        return new Debrief(
                facilitator,
                lead == null ? earlier.lead : lead,
                confirmed || earlier.confirmed,
                Earlier.attributions(earlier, this, excluded),
                Earlier.parts(earlier, this),
                answers,
                factors,
                wentWell,
                wentBadly,
                lucky,
                gaps,
                Earlier.actions(earlier, this));
    }

    /** Tells whether it says what part a responder had. */
    public boolean answersFor(String responder) {
        return parts.stream().anyMatch(part -> part.responder().equals(responder));
    }
}
