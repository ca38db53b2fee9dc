package dev.understudy.independence;

import dev.understudy.history.HistoryTally;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that an assessment is made from: the same question always has the same answer.
 *
 * @param results closed drills, in any order; later ones than the moment are left out
 * @param history what real incidents add up to
 * @param moment as of when to judge
 * @param rehearsals whether rehearsals count too; the assessment then says so
 * @param service the only service asked about; null for all of the roster
 * @param excluding the only responder asked about; null for all
 * @param since drills before this moment are left out; null for all
 */
public record Question(
        Roster roster,
        List<DrillResult> results,
        HistoryTally history,
        Thresholds thresholds,
        Instant moment,
        boolean rehearsals,
        @Nullable String service,
        @Nullable String excluding,
        @Nullable Instant since) {
    public Question {
        results = List.copyOf(results);
    }

    private Set<String> automation() {
        return roster.responders().stream()
                .filter(responder -> responder.kind() == ResponderKind.AUTOMATION)
                .map(Responder::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    Scope scope() {
        return new Scope(thresholds, moment, rehearsals, automation(), since);
    }
}
