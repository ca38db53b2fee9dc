package dev.understudy.simulated.scheduler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a pod may be near the pods that are there, by its own required terms and by theirs. */
final class Neighbours {
    /** A domain: one value of one topology label. */
    private record Domain(String key, String value) {}

    private final Guest guest;
    private final List<PodTerm> near;
    private final List<PodTerm> far;
    private final Map<Domain, Integer> nearby = new HashMap<>();
    private final Map<Domain, Integer> avoided = new HashMap<>();
    private final Map<Domain, Integer> closed = new HashMap<>();
    private final NamespaceLabels namespaces;

    Neighbours(Guest guest, Collection<Place> places, NamespaceLabels namespaces) {
        this.guest = guest;
        this.namespaces = namespaces;
        this.near = PodTerm.required(guest, "podAffinity");
        this.far = PodTerm.required(guest, "podAntiAffinity");
        for (Place place : places) {
            place.guests().forEach(other -> meet(other, place));
        }
    }

    private void meet(Guest other, Place place) {
        if (!near.isEmpty() && near.stream().allMatch(term -> term.means(other, namespaces))) {
            near.forEach(term -> count(nearby, term, place));
        }
        for (PodTerm term : far) {
            if (term.means(other, namespaces)) {
                count(avoided, term, place);
            }
        }
        if (other.avoids()) {
            for (PodTerm term : PodTerm.required(other, "podAntiAffinity")) {
                if (term.means(guest, namespaces)) {
                    count(closed, term, place);
                }
            }
        }
    }

    private static void count(Map<Domain, Integer> counts, PodTerm term, Place place) {
        if (place.labels().has(term.topologyKey())) {
            counts.merge(new Domain(term.topologyKey(), place.label(term.topologyKey())), 1, Integer::sum);
        }
    }

    Optional<Obstacle> obstacle(Place place) {
        if (!isNear(place)) {
            return Optional.of(Obstacle.lasting("node(s) didn't match pod affinity rules"));
        }
        List<Domain> domains = new ArrayList<>();
        far.forEach(term -> domains.add(new Domain(term.topologyKey(), place.label(term.topologyKey()))));
        if (domains.stream().anyMatch(avoided::containsKey)) {
            return Optional.of(Obstacle.passing("node(s) didn't match pod anti-affinity rules"));
        }
        boolean unwanted = closed.keySet().stream()
                .anyMatch(domain -> place.labels().has(domain.key())
                        && place.label(domain.key()).equals(domain.value()));
        return unwanted
                ? Optional.of(Obstacle.passing("node(s) didn't satisfy existing pods anti-affinity rules"))
                : Optional.empty();
    }

    /** The first pod of a group that wants to be near itself may begin anywhere. */
    private boolean isNear(Place place) {
        boolean there = true;
        for (PodTerm term : near) {
            if (!place.labels().has(term.topologyKey())) {
                return false;
            }
            there &= nearby.containsKey(new Domain(term.topologyKey(), place.label(term.topologyKey())));
        }
        return there || nearby.isEmpty() && near.stream().allMatch(term -> term.means(guest, namespaces));
    }
}
