package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.store.Meta;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All nodes with the pods on them, and the pods for whom room is being made. In the order of their names. */
final class Places {
    private record Seat(String node, Guest guest) {}

    private final NavigableMap<String, Place> byName = new TreeMap<>();
    private final Map<Key, Seat> seats = new HashMap<>();
    /** Where pods without a node will go as soon as those that they pushed aside have gone. */
    private final Map<Key, Seat> nominated = new LinkedHashMap<>();

    /** Takes in a node that came or changed; returns whether that matters to pods. */
    boolean update(ObjectNode node) {
        Place known = byName.get(Meta.name(node));
        if (known != null) {
            return known.update(node);
        }
        Place place = new Place(node);
        byName.put(place.name(), place);
        seats.values().stream()
                .filter(seat -> seat.node().equals(place.name()))
                .forEach(seat -> place.seat(seat.guest()));
        return true;
    }

    void remove(String node) {
        byName.remove(node);
    }

    /** Puts a pod on a node, also one that is not there (any more). */
    void seat(Guest guest, String node) {
        leave(guest.key());
        seats.put(guest.key(), new Seat(node, guest));
        find(node).ifPresent(place -> place.seat(guest));
    }

    void leave(Key pod) {
        nominated.remove(pod);
        Seat seat = seats.remove(pod);
        if (seat != null) {
            find(seat.node()).ifPresent(place -> place.leave(pod));
        }
    }

    void nominate(Guest guest, String node) {
        if (node.isEmpty()) {
            nominated.remove(guest.key());
        } else {
            nominated.put(guest.key(), new Seat(node, guest));
        }
    }

    /** Returns the node that a waiting pod was promised, empty for none. */
    String promised(Key pod) {
        Seat seat = nominated.get(pod);
        return seat == null ? "" : seat.node();
    }

    /** Returns the pods that were promised a node and count for at least as much as another that asks. */
    List<Guest> reserved(Guest asking, Place place) {
        return nominated.isEmpty()
                ? List.of()
                : nominated.values().stream()
                        .filter(seat -> seat.node().equals(place.name()))
                        .map(Seat::guest)
                        .filter(other -> other.priority() >= asking.priority()
                                && !other.key().equals(asking.key()))
                        .toList();
    }

    Optional<Place> find(String node) {
        return Optional.ofNullable(byName.get(node));
    }

    Collection<Place> all() {
        return byName.values();
    }
}
