package dev.understudy.independence;

import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.wording.Words;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one verdict is about: a service without some people, nearly always one.
 *
 * @param excluded names of responders; at least one
 */
record Unit(String service, Set<String> excluded) {
    Unit {
        excluded = Set.copyOf(excluded);
    }

    List<String> names() {
        return List.copyOf(new TreeSet<>(excluded));
    }

    String who() {
        return Words.listed(names());
    }

    /** Tells whether these people were all excluded from a drill. */
    boolean excludedFrom(DrillResult drill) {
        return drill.excluded().containsAll(excluded);
    }

    /** Tells whether nobody but these people was excluded. */
    boolean alone(DrillResult drill) {
        return drill.excluded().equals(excluded);
    }

    /** Tells whether one of these people could help in a drill, by being no excluded or by being allowed to advise. */
    boolean couldHelp(DrillResult drill) {
        return !excludedFrom(drill) || drill.hero() == HeroRole.SUPPORTING;
    }
}
