package dev.understudy.drill;

import dev.understudy.cluster.ObjectRef;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The workloads beside the target, as far as their readiness is watched: what a fault does to them is the blast radius
 * that was really reached.
 *
 * @param watched whether anybody watches them; false before the first injection, and in journals of older versions
 * @param ready those that were ready at the first injection; only they can be reached
 * @param down those of them that are not ready now
 */
public record Bystanders(boolean watched, Set<ObjectRef> ready, Set<ObjectRef> down) {
    /** Nobody watches. */
    public static final Bystanders UNSEEN = new Bystanders(false, Set.of(), Set.of());

    public Bystanders {
        ready = Collections.unmodifiableSet(new TreeSet<>(ready));
        down = Collections.unmodifiableSet(new TreeSet<>(down));
    }

    static Bystanders watching(List<ObjectRef> ready) {
        return new Bystanders(true, Set.copyOf(ready), Set.of());
    }

    /** Tells whether losing it now would be news. */
    boolean up(ObjectRef workload) {
        return ready.contains(workload) && !down.contains(workload);
    }

    Bystanders lost(ObjectRef workload) {
        Set<ObjectRef> more = new TreeSet<>(down);
        more.add(workload);
        return new Bystanders(watched, ready, more);
    }

    Bystanders back(ObjectRef workload) {
        Set<ObjectRef> less = new TreeSet<>(down);
        less.remove(workload);
        return new Bystanders(watched, ready, less);
    }
}
