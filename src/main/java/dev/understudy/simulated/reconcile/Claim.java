package dev.understudy.simulated.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.object.Selector;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The objects that a controller's object holds. It adopts those without a controller that its selector matches, and
 * releases its own that no longer match, as when somebody relabels a pod to look at it in peace.
 */
public final class Claim {
    private final ObjectStore store;
    private final Kind ownerKind;
    private final Kind kind;
    private final Writer writer;

    public Claim(ObjectStore store, Kind ownerKind, Kind kind, Writer writer) {
        this.store = store;
        this.ownerKind = ownerKind;
        this.kind = kind;
        this.writer = writer;
    }

    /** Returns what {@code owner} holds now, by name. An owner that is going neither adopts nor releases. */
    public List<ObjectNode> of(ObjectNode owner) {
        return view(owner).stream().map(ObjectNode::deepCopy).toList();
    }

    /** Does the same without copying: the objects are the stored ones, to be looked at and never changed. */
    public List<ObjectNode> view(ObjectNode owner) {
        return view(owner, _ -> true);
    }

    /**
     * As {@link #view(ObjectNode)}, for an owner that is not content with labels.
     *
     * @param belongs what an object must satisfy beside the selector to be held
     */
    public List<ObjectNode> view(ObjectNode owner, Predicate<ObjectNode> belongs) {
        Selector selector = Selector.of(owner.path("spec").path("selector"));
        boolean going = Meta.isTerminating(owner);
        List<ObjectNode> held = new ArrayList<>();
        for (ObjectNode candidate : store.view(kind, Meta.namespace(owner)).toList()) {
            boolean matches = selector.matches(candidate) && belongs.test(candidate);
            if (Marks.controlledBy(candidate, owner)) {
                if (matches || going) {
                    held.add(candidate);
                } else {
                    release(candidate.deepCopy(), owner);
                }
            } else if (matches && !going && mayAdopt(candidate)) {
                ObjectNode adopted = candidate.deepCopy();
                Owner.controlling(ownerKind, owner).addTo(adopted);
                held.add(store.update(kind, adopted, writer));
            }
        }
        return held;
    }

    private static boolean mayAdopt(ObjectNode candidate) {
        return Marks.controller(candidate).isEmpty() && !Meta.isTerminating(candidate);
    }

    private void release(ObjectNode candidate, ObjectNode owner) {
        Owner.remove(candidate, reference -> reference.uid().equals(Meta.uid(owner)));
        store.update(kind, candidate, writer);
    }
}
