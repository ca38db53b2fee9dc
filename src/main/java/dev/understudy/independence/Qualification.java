package dev.understudy.independence;

import dev.understudy.drill.Outcome;
import dev.understudy.scenario.Participants.HeroRole;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who can lead a service's recovery: whose led drills, recovered in time and with no excluded responder to advise, weighted
 * by freshness, add up to {@value #SCORE}. One within a half-life is enough, or two of twice that age.
 */
final class Qualification {
    /** Least score of who is qualified. */
    static final double SCORE = 0.5;

    private final Scope scope;

    Qualification(Scope scope) {
        this.scope = scope;
    }

    /** Returns who is qualified for a service, by name. */
    List<String> of(String service, List<DrillResult> results) {
        Freshness freshness = new Freshness(scope.thresholds().halfLife());
        return results.stream()
                .filter(d -> d.service().equals(service) && shows(d))
                .collect(Collectors.groupingBy(
                        Qualification::lead,
                        TreeMap::new,
                        Collectors.summingDouble(d -> freshness.weight(d.opened(), scope.moment()))))
                .entrySet()
                .stream()
                .filter(e -> e.getValue() >= SCORE)
                .map(e -> e.getKey())
                .toList();
    }

    private boolean shows(DrillResult drill) {
        boolean real = switch (drill.evidence().worth()) {
            case DRILL -> true;
            case REHEARSAL -> scope.rehearsals();
            case NONE -> false;
        };
        return real
                && drill.outcome() == Outcome.RECOVERED
                && drill.hero() == HeroRole.ABSENT
                && scope.lead(drill) != null
                && !drill.opened().isBefore(scope.from());
    }

    private static String lead(DrillResult drill) {
        String lead = drill.lead();
        if (lead == null) {
            throw new IllegalStateException("drill " + drill.drill() + " has no lead");
        }
        return lead;
    }
}
