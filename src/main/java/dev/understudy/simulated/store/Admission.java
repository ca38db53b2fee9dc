package dev.understudy.simulated.store;

/**
 * What completes or refuses an object on its way into the store, whoever sends it: a client, a controller or the world.
 * Called while the store is locked; it may read the store and write to other objects of it. Subresources do not pass.
 */
public interface Admission {
    /** Lets everything in as it is. */
    Admission NONE = new Admission() {};

    /**
     * Completes a proposal that has its defaults, before the rules of its kind are checked. What is added belongs to no
     * field manager.
     *
     * @throws StatusException when the object may not be stored
     */
    default void complete(Proposal proposal) {}

    /**
     * Refuses a complete and valid proposal; the last check before it is stored.
     *
     * @throws StatusException when the object may not be stored
     */
    default void check(Proposal proposal) {}
}
