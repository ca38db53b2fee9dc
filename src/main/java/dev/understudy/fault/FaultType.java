package dev.understudy.fault;

import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Scope;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of fault. Pure: the same spec, view and moment give the same plan, and nothing is touched.
 *
 * @param <S> what a scenario file says about it
 */
public interface FaultType<S extends FaultSpec> {
    /** The key in YAML and the name of its page, such as {@code scale}. */
    String name();

    /** One line for the catalogue. */
    String summary();

    /** The record behind the key. */
    Class<S> spec();

    /** What the planner must see. */
    Scope scope(S spec, Target target);

    /** Every permission that planning, injecting and undoing may need, known without a cluster. */
    Set<Permission> permissions(S spec, Target target);

    /**
     * Fields that the fault sets, known without a cluster: two faults of one scenario may not overlap in them. Empty for
     * a fault that sets none, or that finds out only in the cluster which ones.
     */
    default Set<FieldOf> fields(S spec, Target target) {
        return Set.of();
    }

    /**
     * Tells whether the fault may be put in again and again, and hit pods that appear later: only where nothing of it has
     * to be undone.
     */
    default boolean repeatable() {
        return false;
    }

    /** Tells whether the fault ends by itself, so that a file must say when: its end is no recovery by anybody. */
    default boolean endsByItself(S spec) {
        return false;
    }

    /**
     * Returns the spec with which every candidate is hit: for pods that appear later. Empty where that has no meaning.
     * The planner is then shown no pod that was there before.
     */
    default Optional<S> hittingAll(S spec) {
        return Optional.empty();
    }

    /** Plans the changes, or says why this must not be done. */
    FaultPlan plan(S spec, Target target, ClusterView view, Moment moment);
}
