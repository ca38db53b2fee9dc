package dev.understudy.journal;

/** Takes drills that were journaled elsewhere, text for text. An ability of a journal that keeps its chains. */
public interface ChainStore extends Chains {
    /**
     * Adds a drill, or what is new of it, all or none.
     *
     * @param chain verified by whoever hands it over; of a drill that is over
     * @param origin where it comes from, in words: {@code imported from drills.jsonl on 2026-11-22}
     * @throws JournalException when it could not be written
     */
    Taken take(Chain chain, String origin);

    /** What became of a drill from elsewhere. */
    enum Taken {
        /** It was not here before. */
        NEW,
        /** Its beginning was; the rest has been added. */
        GROWN,
        /** All of it was; there may be more of it here. */
        THERE,
        /** It is here and not over: it belongs to this machine, and nothing was changed. */
        UNFINISHED,
        /** Another drill of that id is here: nothing was changed. */
        DIFFERENT
    }
}
