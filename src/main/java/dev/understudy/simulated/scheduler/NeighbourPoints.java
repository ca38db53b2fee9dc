package dev.understudy.simulated.scheduler;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How gladly a pod is near the pods that are there, by its own preferred terms and by theirs. */
final class NeighbourPoints {
    /** What a required affinity of a pod that is there counts, where the new pod is one that it wants near. */
    private static final int HARD_WEIGHT = 1;

    private final NamespaceLabels namespaces;
    private final Map<String, Map<String, Double>> byDomain = new HashMap<>();
    private final Map<Place, Double> sums = new HashMap<>();
    private double least;
    private double most;

    NeighbourPoints(Guest guest, List<Place> fitting, Collection<Place> all, NamespaceLabels namespaces) {
        this.namespaces = namespaces;
        for (Place place : all) {
            place.guests().forEach(other -> meet(guest, other, place));
        }
        fitting.forEach(place -> sums.put(place, sum(place)));
        least = sums.values().stream().min(Double::compare).orElse(0.0);
        most = sums.values().stream().max(Double::compare).orElse(0.0);
    }

    /** Tells whether anybody has a term at all. */
    static boolean matter(Guest guest, Collection<Place> all) {
        return hasTerms(guest)
                || all.stream().anyMatch(place -> place.guests().stream().anyMatch(NeighbourPoints::hasTerms));
    }

    private static boolean hasTerms(Guest guest) {
        return guest.spec().path("affinity").has("podAffinity")
                || guest.spec().path("affinity").has("podAntiAffinity");
    }

    private void meet(Guest guest, Guest other, Place place) {
        count(PodTerm.preferred(guest, "podAffinity"), other, place, 1);
        count(PodTerm.preferred(guest, "podAntiAffinity"), other, place, -1);
        if (hasTerms(other)) {
            count(PodTerm.required(other, "podAffinity"), guest, place, HARD_WEIGHT);
            count(PodTerm.preferred(other, "podAffinity"), guest, place, 1);
            count(PodTerm.preferred(other, "podAntiAffinity"), guest, place, -1);
        }
    }

    private void count(List<PodTerm> terms, Guest meant, Place place, int sign) {
        for (PodTerm term : terms) {
            if (place.labels().has(term.topologyKey()) && term.means(meant, namespaces)) {
                byDomain.computeIfAbsent(term.topologyKey(), _ -> new HashMap<>())
                        .merge(place.label(term.topologyKey()), (double) sign * term.weight(), Double::sum);
            }
        }
    }

    private double sum(Place place) {
        double sum = 0;
        for (var key : byDomain.entrySet()) {
            if (place.labels().has(key.getKey())) {
                sum += key.getValue().getOrDefault(place.label(key.getKey()), 0.0);
            }
        }
        return sum;
    }

    double of(Place place) {
        return most == least ? 0 : 100 * (sums.getOrDefault(place, least) - least) / (most - least);
    }
}
