package dev.understudy.playbook;

import dev.understudy.independence.DrillResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How stale the evidence is that a family works without somebody: 1 less its freshness, which halves in a half-life. */
final class Staleness {
    /** What was passed today may still be asked for, by a verdict or an action: it must weigh something. */
    private static final double LEAST = 0.05;

    private final Groundwork ground;

    Staleness(Groundwork ground) {
        this.ground = ground;
    }

    /** Returns that of the stalest, between 0.05 and 1; 1 where there is no pass. */
    double of(Family family, Collection<String> heroes) {
        return oldest(family, heroes)
                .map(at -> 1 - Math.pow(0.5, age(at) / halfLife()))
                .map(stale -> Math.max(LEAST, stale))
                .orElse(1.0);
    }

    String words(Family family, Collection<String> heroes) {
        return oldest(family, heroes)
                .map(at -> "passed on " + Groundwork.day(at))
                .orElse("no pass yet");
    }

    /** Returns the latest pass without each of the heroes, and the oldest of those; empty when one is missing. */
    private Optional<Instant> oldest(Family family, Collection<String> heroes) {
        boolean all = heroes.stream().allMatch(hero -> latest(family, hero).isPresent());
        return all
                ? heroes.stream().flatMap(hero -> latest(family, hero).stream()).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    private Optional<Instant> latest(Family family, String hero) {
        return ground.valid(family).stream()
                .filter(d ->
                        ground.counts(d) && d.outcome().passed() && d.excluded().contains(hero))
                .map(DrillResult::opened)
                .max(Comparator.naturalOrder());
    }

    private double age(Instant at) {
        return Duration.between(at, ground.at()).toSeconds();
    }

    private double halfLife() {
        return ground.question().thresholds().halfLife().toSeconds();
    }
}
