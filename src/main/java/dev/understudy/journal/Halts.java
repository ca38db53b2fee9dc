package dev.understudy.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether drills may run at all. It stands in the same store as the journal, so that it holds for everybody who shares
 * the store, and for whoever starts again. Thread-safe.
 */
public interface Halts {
    /** Where nobody ever halts. */
    Halts NEVER = new Halts() {
        @Override
        public Optional<Halt> current() {
            return Optional.empty();
        }

        @Override
        public Halt halt(Halt wanted) {
            return wanted;
        }

        @Override
        public Optional<Halt> resume(String who, Instant at) {
            return Optional.empty();
        }
    };

    /**
     * Returns the halt that holds now.
     *
     * @throws JournalException when it could not be read
     */
    Optional<Halt> current();

    /**
     * Halts all drills.
     *
     * @return the halt that holds now: this one, or an earlier one that nobody has lifted
     * @throws JournalException when it could not be written
     */
    Halt halt(Halt wanted);

    /**
     * Lets drills run again.
     *
     * @return the halt that this lifted; empty when none held
     * @throws JournalException when it could not be written
     */
    Optional<Halt> resume(String who, Instant at);
}
