package dev.understudy.simulated.reconcile;

import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.StoreEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one reconciler still has to look at: each object once, now or at a time. A write conflict is repeated at once, as
 * the object has only to be read again; any other failure waits, twice as long each time up to half a minute.
 */
final class WorkQueue {
    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);
    private static final int CONFLICTS_REPEATED_AT_ONCE = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final int LONGEST_WAIT_DOUBLINGS = 8;

    private final Reconciler reconciler;
    private final InstantSource clock;
    private final Set<Key> now = new LinkedHashSet<>();
    private final Map<Key, Instant> later = new HashMap<>();
    private final Map<Key, Integer> failures = new HashMap<>();

    WorkQueue(Reconciler reconciler, InstantSource clock) {
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /** Adds what a change concerns. A reconciler that fails at it misses this change; the others still hear it. */
    void hear(StoreEvent event) {
        try {
            now.addAll(reconciler.concernedBy(event));
        } catch (RuntimeException | Error failure) {
            LOG.warn(
                    "{} failed on {} of a {}",
                    reconciler,
                    event.type(),
                    event.kind().kind(),
                    failure);
        }
    }

    boolean isBusy() {
        return !now.isEmpty();
    }

    /** Returns when the next object is due that waits for its time. */
    Optional<Instant> nextDue() {
        return later.values().stream().min(Comparator.naturalOrder());
    }

    /** Looks once at every object that is due; what this adds is for the next round, so that no reconciler starves. */
    void workOff(BooleanSupplier stopped) {
        Instant time = clock.instant();
        later.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(time))
                .map(Map.Entry::getKey)
                .forEach(now::add);
        for (Key key : List.copyOf(now)) {
            if (stopped.getAsBoolean()) {
                return;
            }
            now.remove(key);
            later.remove(key);
            attempt(key);
        }
    }

    private void attempt(Key key) {
        try {
            reconciler.reconcile(key).ifPresent(at -> later.put(key, at));
            failures.remove(key);
        } catch (StatusException refused) {
            LOG.debug("{} {}: {}", reconciler, key, refused.getMessage());
            repeat(key, refused.reason().equals("Conflict"));
        } catch (RuntimeException | Error failure) {
            // also an Error: one object that cannot be worked on must not end every controller
            LOG.warn("{} failed on {}", reconciler, key, failure);
            repeat(key, false);
        }
    }

    private void repeat(Key key, boolean conflict) {
        int times = failures.merge(key, 1, Integer::sum);
        if (conflict && times <= CONFLICTS_REPEATED_AT_ONCE) {
            now.add(key);
        } else {
            long factor = 1L << Math.min(times - 1, LONGEST_WAIT_DOUBLINGS);
            later.put(key, clock.instant().plus(FIRST_WAIT.multipliedBy(factor)));
        }
    }
}
