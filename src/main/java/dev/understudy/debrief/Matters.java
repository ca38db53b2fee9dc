package dev.understudy.debrief;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is to settle about one drill, and the names that a debrief of it may use.
 *
 * @param drill its id
 * @param day on which it was opened, in UTC
 * @param team names of responders who took part: those who might respond, and substitutes
 * @param excluded names of responders who were taken out
 * @param absent whether they were not to take part at all
 * @param acknowledgedBy null when nobody of the team did
 * @param ownWord whether that is known from somebody's own word only
 * @param actors names that the timeline knows and the roster does not, in order of appearance
 * @param questions that the scenario wants answered
 */
public record Matters(
        String drill,
        LocalDate day,
        Set<String> team,
        Set<String> excluded,
        boolean absent,
        @Nullable String acknowledgedBy,
        boolean ownWord,
        List<String> actors,
        List<String> questions) {
    public Matters {
        team = new LinkedHashSet<>(team);
        excluded = new LinkedHashSet<>(excluded);
        actors = List.copyOf(actors);
        questions = List.copyOf(questions);
    }

    /** Returns why somebody cannot have led, as a debrief says; null when they can. */
    public @Nullable String leadObjection(Debrief debrief) {
        String lead = debrief.lead();
        if (lead == null) {
            return null;
        }
        if (absent && excluded.contains(lead)) {
            return "'" + lead + "' was excluded, and so cannot have led";
        }
        boolean there = people().contains(lead)
                || debrief.attributions().stream().map(Attribution::responder).anyMatch(lead::equals);
        return there ? null : "'" + lead + "' had no part in the drill, and so cannot have led";
    }

    /** Returns why somebody cannot hold a debrief; null when they can. */
    public @Nullable String facilitatorObjection(Debrief debrief) {
        String who = debrief.facilitator();
        if (excluded.contains(who)) {
            return "'" + who
                    + "' was excluded from the drill, and says nothing about that: somebody else has to hold it";
        }
        return debrief.confirmed() && ownWord && who.equals(acknowledgedBy)
                ? "'" + who + "' acknowledged it, and cannot confirm that: somebody else has to"
                : null;
    }

    /** Returns everybody whom the drill itself knows. */
    public Set<String> people() {
        Set<String> all = new LinkedHashSet<>(team);
        all.addAll(excluded);
        return all;
    }
}
