package dev.understudy.journal;

import java.util.Optional;

/**
 * Tells a living process's drill from a dead one's. A live run holds its drill; however the process ends, the hold ends
 * with it. Thread-safe.
 */
public interface DrillLock {
    /**
     * Takes a drill before it is opened or recovered.
     *
     * @return empty when it is held already, by this process or another
     * @throws JournalException when holding is not possible here at all
     */
    Optional<Held> tryLock(String drill);

    /**
     * Tells whether some process, this one included, holds the drill.
     *
     * @throws JournalException when nobody can tell
     */
    boolean isAlive(String drill);

    /** A drill that is ours until closed; closing twice does nothing. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
