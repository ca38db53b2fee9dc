package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the controllers of the simulated cluster see of its storage. Every object handed out is a copy that the caller
 * may change freely, but for those of a view and of events, which are for looking at only. Every write checks a
 * {@code resourceVersion} that the object carries (absent: not checked), keeps field ownership for the writer, and throws
 * {@link StatusException} as the API server would answer.
 */
public interface ObjectStore {
    /** Returns the kinds that can be stored. */
    Catalogue kinds();

    /** Returns the object, or empty; {@code namespace} is empty for cluster-scoped kinds. */
    Optional<ObjectNode> get(Kind kind, String namespace, String name);

    /** Returns the objects of a kind in a namespace, in all of them when {@code namespace} is empty, by name. */
    List<ObjectNode> list(Kind kind, String namespace);

    /**
     * Shows the objects of a kind in a namespace, in all of them when {@code namespace} is empty, by name, without
     * copying them. They are the stored ones: to be looked at, never changed.
     */
    Stream<ObjectNode> view(Kind kind, String namespace);

    /** Shows one object without copying it: to be looked at, never changed. */
    Optional<ObjectNode> view(Kind kind, String namespace, String name);

    /** Returns the version that the last change of an object of this kind made, 0 before the first. */
    long version(Kind kind);

    /** Stores a new object: assigns uid, creationTimestamp, resourceVersion, generation; honours generateName. */
    ObjectNode create(Kind kind, ObjectNode object, Writer writer);

    /**
     * Replaces all but status; {@code generation} grows when the spec differs. A no-op write changes no version. A
     * terminating object goes when this write takes the last that held it: its finalizers, the grace period of a pod,
     * or {@code spec.finalizers} of a namespace.
     */
    ObjectNode update(Kind kind, ObjectNode object, Writer writer);

    /**
     * Reads, changes and writes in one step, so that a writer that says no resourceVersion never meets a conflict.
     *
     * @param change gets a copy of the current object and returns the proposed one
     */
    ObjectNode change(Kind kind, String namespace, String name, Write write, UnaryOperator<ObjectNode> change);

    /** Replaces the status only. */
    ObjectNode updateStatus(Kind kind, ObjectNode object, Writer writer);

    /**
     * Deletes: with finalizers, or pods with a grace period, sets deletionTimestamp first; otherwise removes at once.
     * A namespace becomes {@code Terminating} and stays until {@code spec.finalizers} is emptied by an update.
     * {@code Foreground} and {@code Orphan} add the finalizers {@code foregroundDeletion} and {@code orphan}, which the
     * garbage collector takes away.
     *
     * @param uid the uid that the object must have, empty for any
     * @param policy {@code Background}, {@code Foreground} or {@code Orphan}
     * @param graceSeconds grace period for pods that run on a node; 0 removes at once, negative is the pod's own
     */
    void delete(Kind kind, String namespace, String name, String uid, String policy, long graceSeconds, Writer writer);

    /**
     * Hears every change after this call, of all kinds, in the order of resourceVersion, on one thread. The objects of
     * an event are the stored ones: to be looked at, never changed.
     */
    AutoCloseable subscribe(Consumer<StoreEvent> listener);
}
