package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the controllers of the simulated cluster see of its storage. Every object handed out is a copy that the caller
 * may change freely. Every write checks a {@code resourceVersion} that the object carries (absent: not checked), keeps
 * field ownership for the writer, and throws {@link StatusException} as the API server would answer.
 */
public interface ObjectStore {
    /** Returns the object, or empty; {@code namespace} is empty for cluster-scoped kinds. */
    Optional<ObjectNode> get(Kind kind, String namespace, String name);

    /** Returns the objects of a kind in a namespace, in all of them when {@code namespace} is empty, by name. */
    List<ObjectNode> list(Kind kind, String namespace);

    /** Stores a new object: assigns uid, creationTimestamp, resourceVersion, generation; honours generateName. */
    ObjectNode create(Kind kind, ObjectNode object, Writer writer);

    /** Replaces all but status; {@code generation} grows when the spec differs. A no-op write changes no version. */
    ObjectNode update(Kind kind, ObjectNode object, Writer writer);

    /** Replaces the status only. */
    ObjectNode updateStatus(Kind kind, ObjectNode object, Writer writer);

    /**
     * Deletes: with finalizers, or pods with a grace period, sets deletionTimestamp first; otherwise removes at once.
     *
     * @param uid the uid that the object must have, empty for any
     * @param policy {@code Background}, {@code Foreground} or {@code Orphan}
     * @param graceSeconds grace period for pods; 0 removes at once
     */
    void delete(Kind kind, String namespace, String name, String uid, String policy, long graceSeconds, Writer writer);

    /** Hears every change after this call, of all kinds, in the order of resourceVersion, on one thread. */
    AutoCloseable subscribe(Consumer<StoreEvent> listener);
}
