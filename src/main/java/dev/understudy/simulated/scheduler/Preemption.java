package dev.understudy.simulated.scheduler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Looks for the node where a pod could run if less important pods went. Few broken budgets, then unimportant victims,
 * then few, then young ones decide where; on the node as many are spared as possible, the important first.
 */
final class Preemption {
    private static final Obstacle NOBODY = Obstacle.lasting("No preemption victims found for incoming pod");
    private static final Obstacle USELESS = Obstacle.lasting("Preemption is not helpful for scheduling");
    private static final long OFFSET = 1L << 31;

    private final Places places;
    private final Budgets budgets;
    private final BiFunction<Guest, Place, Optional<Obstacle>> fit;

    /**
     * Prepares a search.
     *
     * @param fit says whether a pod may run on a node as the places are now
     */
    Preemption(Places places, Budgets budgets, BiFunction<Guest, Place, Optional<Obstacle>> fit) {
        this.places = places;
        this.budgets = budgets;
        this.fit = fit;
    }

    /**
     * What came of it.
     *
     * @param victims who has to go, the most important first; empty when nobody does
     * @param message why nobody does, empty otherwise
     */
    record Outcome(Optional<Place> place, List<Guest> victims, int broken, String message) {
        static Outcome none(String message) {
            return new Outcome(Optional.empty(), List.of(), 0, message);
        }
    }

    Outcome attempt(Guest guest, Map<Place, Obstacle> obstacles) {
        if (guest.spec().path("preemptionPolicy").asText().equals("Never")) {
            return Outcome.none("not eligible due to preemptionPolicy=Never.");
        }
        if (waitsForVictims(guest, obstacles)) {
            return Outcome.none("not eligible due to a terminating pod on the nominated node.");
        }
        List<Outcome> candidates = new ArrayList<>();
        List<Obstacle> hopeless = new ArrayList<>();
        for (Place place : places.all()) {
            Obstacle obstacle = obstacles.get(place);
            if (obstacle == null || obstacle.lasting()) {
                hopeless.add(USELESS);
            } else {
                tryOut(guest, place, candidates, hopeless);
            }
        }
        return candidates.stream()
                .min(order())
                .orElseGet(() -> Outcome.none(Explanation.of(places.all().size(), hopeless)));
    }

    private boolean waitsForVictims(Guest guest, Map<Place, Obstacle> obstacles) {
        return places.find(places.promised(guest.key()))
                .filter(place -> Optional.ofNullable(obstacles.get(place))
                        .filter(Obstacle::lasting)
                        .isEmpty())
                .filter(place -> place.guests().stream()
                        .anyMatch(other -> other.priority() < guest.priority() && other.pushedAside()))
                .isPresent();
    }

    private void tryOut(Guest guest, Place place, List<Outcome> candidates, List<Obstacle> hopeless) {
        List<Guest> lower = place.guests().stream()
                .filter(other -> other.priority() < guest.priority())
                .sorted(Preemption::byImportance)
                .toList();
        if (lower.isEmpty()) {
            hopeless.add(NOBODY);
            return;
        }
        lower.forEach(other -> place.leave(other.key()));
        Optional<Obstacle> stillThere = fit.apply(guest, place);
        if (stillThere.isPresent()) {
            hopeless.add(stillThere.get());
        } else {
            candidates.add(spare(guest, place, lower));
        }
        lower.forEach(place::seat);
    }

    /** Puts back whoever may stay: first those whose going would break a budget. */
    private Outcome spare(Guest guest, Place place, List<Guest> lower) {
        Map<Boolean, List<Guest>> protectedOnes = new TreeMap<>(budgets.split(lower));
        List<Guest> victims = new ArrayList<>();
        int broken = 0;
        for (boolean breaks : new boolean[] {true, false}) {
            for (Guest other : protectedOnes.getOrDefault(breaks, List.of())) {
                place.seat(other);
                if (fit.apply(guest, place).isPresent()) {
                    place.leave(other.key());
                    victims.add(other);
                    broken += breaks ? 1 : 0;
                }
            }
        }
        victims.sort(Preemption::byImportance);
        return new Outcome(Optional.of(place), victims, broken, "");
    }

    private static int byImportance(Guest one, Guest other) {
        return one.isMoreImportantThan(other) ? -1 : other.isMoreImportantThan(one) ? 1 : 0;
    }

    private static Comparator<Outcome> order() {
        return Comparator.comparingInt(Outcome::broken)
                .thenComparingInt((Outcome each) -> each.victims().getFirst().priority())
                .thenComparingLong(each -> each.victims().stream()
                        .mapToLong(victim -> victim.priority() + OFFSET)
                        .sum())
                .thenComparingInt(each -> each.victims().size())
                .thenComparing(
                        each -> each.victims().stream()
                                .filter(victim -> victim.priority()
                                        == each.victims().getFirst().priority())
                                .map(Guest::started)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        Comparator.reverseOrder());
    }
}
