package dev.understudy.simulated.node;

import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Removes the pods of a node that was taken out of the cluster: no kubelet is left to end them. */
public final class LostPods implements Reconciler {
    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;

    public LostPods(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        boolean gone = event.kind().equals(Kinds.NODE) && event.type() == StoreEvent.Type.DELETED;
        return gone ? List.of(Key.of(Kinds.NODE, event.object())) : List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        if (store.get(Kinds.NODE, "", key.name()).isEmpty()) {
            store.view(Kinds.POD, "")
                    .filter(pod -> pod.path("spec").path("nodeName").asText().equals(key.name()))
                    .forEach(pod -> store.delete(
                            Kinds.POD, Meta.namespace(pod), Meta.name(pod), Meta.uid(pod), "Background", 0, WRITER));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "lost-pods";
    }
}
