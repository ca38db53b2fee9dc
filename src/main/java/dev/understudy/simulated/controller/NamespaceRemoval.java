package dev.understudy.simulated.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Empties a namespace that is being deleted; when nothing is left in it, lets it go. */
final class NamespaceRemoval implements Reconciler {
    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final Set<String> terminating = new HashSet<>();

    NamespaceRemoval(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.NAMESPACE)) {
            return follow(event);
        }
        boolean left = event.type() == StoreEvent.Type.DELETED && terminating.contains(Meta.namespace(event.object()));
        return left ? List.of(new Key(Kinds.NAMESPACE, "", Meta.namespace(event.object()))) : List.of();
    }

    private Collection<Key> follow(StoreEvent event) {
        String name = Meta.name(event.object());
        if (event.type() == StoreEvent.Type.DELETED || !Meta.isTerminating(event.object())) {
            terminating.remove(name);
            return List.of();
        }
        terminating.add(name);
        return List.of(Key.of(Kinds.NAMESPACE, event.object()));
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.get(Kinds.NAMESPACE, "", key.name()).filter(Meta::isTerminating).ifPresent(namespace -> {
            boolean content = false;
            for (Kind kind : store.kinds().stored()) {
                content |= kind.namespaced() && remains(kind, key.name());
            }
            if (!content) {
                namespace.withObjectProperty("spec").putArray("finalizers");
                store.update(Kinds.NAMESPACE, namespace, WRITER);
            }
        });
        return Optional.empty();
    }

    /** Deletes what is there of a kind and tells whether something stays for a while. */
    private boolean remains(Kind kind, String namespace) {
        for (ObjectNode object : store.list(kind, namespace)) {
            if (!Meta.isTerminating(object)) {
                store.delete(kind, namespace, Meta.name(object), Meta.uid(object), "Background", -1, WRITER);
            }
        }
        return !store.list(kind, namespace).isEmpty();
    }

    @Override
    public String toString() {
        return "namespace-removal";
    }
}
