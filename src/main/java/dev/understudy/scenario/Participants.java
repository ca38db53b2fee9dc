package dev.understudy.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may respond and who may not.
 *
 * @param team name in the roster
 * @param exclude who is taken out
 * @param announced whether the team knows that a drill is coming; true when not given
 */
public record Participants(
        String team, List<Exclusion> exclude, Enforcement enforcement, HeroRole hero, boolean announced) {
    public Participants {
        exclude = List.copyOf(exclude);
    }

    /**
     * One responder taken out of the drill.
     *
     * @param responder name in the roster
     * @param reason said to everybody
     * @param substitute name in the roster; null when the team has none in mind
     * @param emergencyContact how to reach the person if it becomes real; null when not given
     */
    public record Exclusion(
            String responder,
            String reason,
            @Nullable String substitute,
            @Nullable String emergencyContact) {}

    /** What happens when an excluded responder touches the cluster. */
    public enum Enforcement {
        /** It is recorded. */
        OBSERVE,
        /** They are told by the API server. */
        WARN,
        /** The API server refuses. */
        DENY
    }

    /** How far the excluded may still take part: the transfer ladder. */
    public enum HeroRole {
        /** Not at all: the only drills that are evidence. */
        ABSENT,
        /** May look. */
        OBSERVING,
        /** May advise. */
        SUPPORTING
    }
}
