package dev.understudy.simulated.reconcile;

import dev.understudy.simulated.store.StoreEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * One control loop. It says which objects a change concerns and brings one of them a step closer to what its spec asks
 * for. Both are called on the thread of the {@link ControlLoop} only.
 */
public interface Reconciler {
    /** Returns the objects to look at after a change; called for every object once when the loop starts. */
    Collection<Key> concernedBy(StoreEvent event);

    /**
     * Compares what is with what should be, and acts. It reads the store afresh, so that a lost or repeated call does no
     * harm; a refusal of the store may be thrown, and the object is looked at again.
     *
     * @return when to look again though nothing changes, such as a deadline
     */
    Optional<Instant> reconcile(Key key);
}
