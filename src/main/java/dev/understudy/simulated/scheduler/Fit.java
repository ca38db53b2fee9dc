package dev.understudy.simulated.scheduler;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether one pod may run on a node. The questions are asked in the order of the real scheduler, and the first that is
 * answered with no gives the reason. Made anew for each pod and each change of the places.
 */
final class Fit {
    private final Guest guest;
    private final Function<Place, List<Guest>> reserved;
    private final ClaimRules.Verdict claims;
    private final List<Spread> spreads;
    private final Neighbours neighbours;

    /**
     * Prepares the questions about one pod.
     *
     * @param reserved the pods that are about to come to a node and count for at least as much
     */
    Fit(
            Guest guest,
            Collection<Place> places,
            Function<Place, List<Guest>> reserved,
            ClaimRules.Verdict claims,
            NamespaceLabels namespaces) {
        this.guest = guest;
        this.reserved = reserved;
        this.claims = claims;
        this.spreads = Spread.of(guest, places, true);
        this.neighbours = new Neighbours(guest, places, namespaces);
    }

    Optional<Obstacle> obstacle(Place place) {
        return byNode(place)
                .or(() -> ports(place))
                .or(() -> Room.obstacle(guest, place, reserved.apply(place)))
                .or(() -> claims.obstacle(place))
                .or(() -> spread(place))
                .or(() -> neighbours.obstacle(place));
    }

    private Optional<Obstacle> byNode(Place place) {
        if (place.isClosed()
                && !new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule").isToleratedBy(guest.spec())) {
            return Optional.of(Obstacle.lasting("node(s) were unschedulable"));
        }
        for (Taint taint : place.taints()) {
            if (!taint.isSoft() && !taint.isToleratedBy(guest.spec())) {
                return Optional.of(Obstacle.lasting("node(s) had untolerated taint(s)"));
            }
        }
        return NodeTerms.allow(guest.spec(), place)
                ? Optional.empty()
                : Optional.of(Obstacle.lasting("node(s) didn't match Pod's node affinity/selector"));
    }

    private Optional<Obstacle> ports(Place place) {
        boolean taken = !guest.ports().isEmpty()
                && place.guests().stream()
                        .flatMap(other -> other.ports().stream())
                        .anyMatch(other -> guest.ports().stream().anyMatch(other::conflictsWith));
        return taken
                ? Optional.of(Obstacle.passing("node(s) didn't have free ports for the requested pod ports"))
                : Optional.empty();
    }

    private Optional<Obstacle> spread(Place place) {
        for (Spread spread : spreads) {
            if (!place.labels().has(spread.topologyKey())) {
                return Optional.of(Obstacle.lasting(
                        "node(s) didn't match pod topology spread constraints (missing required label)"));
            }
            if (!spread.allows(place)) {
                return Optional.of(Obstacle.passing("node(s) didn't match pod topology spread constraints"));
            }
        }
        return Optional.empty();
    }
}
