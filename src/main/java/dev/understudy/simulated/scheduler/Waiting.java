package dev.understudy.simulated.scheduler;

import dev.understudy.simulated.reconcile.Key;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The pods without a node: those to look at, the most important first, then the longest waiting, and those set aside. */
final class Waiting {
    private record Turn(int priority, long arrival, Key key) {}

    private final TreeSet<Turn> next = new TreeSet<>(
            Comparator.comparingInt((Turn turn) -> -turn.priority()).thenComparingLong(Turn::arrival));
    private final Map<Key, Turn> known = new LinkedHashMap<>();
    private final Map<Key, Guest> guests = new HashMap<>();
    private long arrivals;

    /** Takes in a pod to be looked at; one that is known keeps its place in the order. */
    void add(Guest guest) {
        Turn before = known.get(guest.key());
        long arrival = before == null ? arrivals++ : before.arrival();
        remove(guest.key());
        Turn turn = new Turn(guest.priority(), arrival, guest.key());
        known.put(guest.key(), turn);
        guests.put(guest.key(), guest);
        next.add(turn);
    }

    void remove(Key key) {
        Turn turn = known.remove(key);
        guests.remove(key);
        if (turn != null) {
            next.remove(turn);
        }
    }

    boolean knows(Key key) {
        return known.containsKey(key);
    }

    /** Returns the next pod and sets it aside until {@link #wake} or {@link #add}. */
    Optional<Guest> poll() {
        return Optional.ofNullable(next.pollFirst()).map(turn -> guests.get(turn.key()));
    }

    boolean isEmpty() {
        return next.isEmpty();
    }

    /** Lets every pod be looked at again. */
    void wake() {
        next.addAll(List.copyOf(known.values()));
    }

    void wake(Key key) {
        Turn turn = known.get(key);
        if (turn != null) {
            next.add(turn);
        }
    }
}
