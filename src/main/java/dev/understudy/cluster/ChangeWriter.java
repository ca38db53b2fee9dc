package dev.understudy.cluster;

/**
 * The only way to change a cluster. Every write carries the drill's own field manager and strict field validation.
 * Methods may block; none retries a write whose answer was lost without reading first.
 */
public interface ChangeWriter {
    /**
     * Asks the server what it would make of the change (dry run) and returns the change with the values as the server
     * would store them: those are what we will own, and what an undo must find.
     *
     * @param manager field manager of the drill, {@code understudy-<drill>}
     * @throws ClusterException when the server refuses the change or cannot be reached
     */
    Change preview(Change change, String manager);

    /**
     * Makes the change, only if the object still is as it was planned upon.
     *
     * @throws ClusterException only when it is unknown whether the change was made
     */
    Applied apply(Change change, String manager);

    /**
     * Takes the change back, only where the cluster still shows our value under our name. Never throws for what the
     * server says: that is a {@link UndoResult}.
     */
    Undone undo(Change change, String manager);
}
