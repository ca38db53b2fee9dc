package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.ObjectStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One pod's turn: it gets a node, or others have to make room for it, or it is told why it waits. */
final class Turn {
    private final ObjectStore store;
    private final Places places;
    private final Binder binder;
    private final ClaimRules claimRules;
    private final NamespaceLabels namespaces;

    Turn(ObjectStore store, Places places, Binder binder) {
        this.store = store;
        this.places = places;
        this.binder = binder;
        this.claimRules = new ClaimRules(store);
        this.namespaces = namespace ->
                store.view(Kinds.NAMESPACE, "", namespace).map(Marks::labels).orElse(MissingNode.getInstance());
    }

    /** Returns whether the pod has a node now. */
    boolean of(Guest guest, ObjectNode pod) {
        if (places.all().isEmpty()) {
            binder.refuse(pod, Explanation.NO_NODES, "");
            return false;
        }
        ClaimRules.Verdict claims = claimRules.of(guest);
        if (claims.refusal().isPresent()) {
            binder.refuse(
                    pod,
                    Explanation.everywhere(places.all().size(), claims.refusal().get()),
                    "");
            return false;
        }
        Map<Place, Obstacle> obstacles = new LinkedHashMap<>();
        List<Place> fitting = fitting(guest, claims, obstacles);
        if (fitting.isEmpty()) {
            makeRoom(guest, pod, claims, obstacles, Explanation.of(places.all().size(), obstacles.values()));
            return false;
        }
        Place best = places.find(places.promised(guest.key()))
                .filter(fitting::contains)
                .orElseGet(() -> Preference.best(guest, fitting, places.all(), namespaces));
        if (!claims.waiting().isEmpty()) {
            // the volumes are made where the pod will run; it is bound when they are there
            places.nominate(guest, best.name());
            binder.announce(claims.waiting(), best);
            return false;
        }
        binder.bind(pod, best);
        places.seat(guest, best.name());
        return true;
    }

    private List<Place> fitting(Guest guest, ClaimRules.Verdict claims, Map<Place, Obstacle> obstacles) {
        Fit fit = fit(guest, claims);
        Optional<Set<String>> named = NodeTerms.named(guest.spec());
        List<Place> fitting = new ArrayList<>();
        for (Place place : places.all()) {
            Optional<Obstacle> obstacle = named.isPresent() && !named.get().contains(place.name())
                    ? Optional.of(Obstacle.lasting("node(s) didn't satisfy plugin(s) [NodeAffinity]"))
                    : fit.obstacle(place);
            obstacle.ifPresentOrElse(found -> obstacles.put(place, found), () -> fitting.add(place));
        }
        return fitting;
    }

    private Fit fit(Guest guest, ClaimRules.Verdict claims) {
        return new Fit(guest, places.all(), place -> places.reserved(guest, place), claims, namespaces);
    }

    private void makeRoom(
            Guest guest, ObjectNode pod, ClaimRules.Verdict claims, Map<Place, Obstacle> obstacles, String why) {
        Preemption preemption = new Preemption(
                places,
                new Budgets(store),
                (asking, place) -> fit(asking, claims).obstacle(place));
        Preemption.Outcome outcome = preemption.attempt(guest, obstacles);
        if (outcome.place().isEmpty()) {
            boolean keeps = outcome.message().contains("nominated node");
            String promised = keeps ? places.promised(guest.key()) : "";
            places.nominate(guest, promised);
            binder.refuse(pod, Explanation.without(why, outcome.message()), promised);
            return;
        }
        Place place = outcome.place().get();
        outcome.victims().forEach(victim -> binder.pushAside(victim, guest, place));
        places.nominate(guest, place.name());
        binder.refuse(pod, why, place.name());
    }
}
