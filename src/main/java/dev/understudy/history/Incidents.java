package dev.understudy.history;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Where incidents are kept. Each is written once and never changed; a whole source may be forgotten. Thread-safe. */
public interface Incidents {
    /**
     * Adds incidents, all in one transaction: after a kill either all of them are there or none.
     *
     * @return what became of each, in their order
     */
    List<Added> add(List<Incident> incidents);

    /**
     * Tells of every incident that opened in a time, oldest first; never holds more than a few in memory.
     *
     * @param from its first moment
     * @param to the first moment after it
     */
    void each(Instant from, Instant to, Consumer<Incident> receiver);

    /** Returns how many there are. */
    long count();

    /** Returns how many there are of each source, by name; without sources that have none. */
    SortedMap<String, Long> sources();

    /**
     * Forgets everything of a source, all or nothing: what was imported by a wrong mapping can be imported again.
     *
     * @return how many that were
     */
    long forget(String source);

    /** What became of one incident. */
    enum Added {
        /** It is new. */
        NEW,
        /** The very same was there already. */
        SAME,
        /** Another one of the same source and id was there already; that one stays. */
        CONFLICT
    }
}
