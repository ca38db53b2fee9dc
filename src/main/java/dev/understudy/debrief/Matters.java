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

    /** Returns everybody whom the drill itself knows. */
    public Set<String> people() {
        Set<String> all = new LinkedHashSet<>(team);
        all.addAll(excluded);
        return all;
    }
}
