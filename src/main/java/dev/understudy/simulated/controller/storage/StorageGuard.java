package dev.understudy.simulated.controller.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
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

/** Keeps a deleted claim while a pod on a node uses it, and a deleted volume while a claim is bound to it. */
public final class StorageGuard implements Reconciler {
    private static final Writer WRITER = Writer.updating("kube-controller-manager");
    private static final String OF_CLAIM = "kubernetes.io/pvc-protection";
    private static final String OF_VOLUME = "kubernetes.io/pv-protection";

    private final ObjectStore store;

    public StorageGuard(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.VOLUME_CLAIM) || event.kind().equals(Kinds.VOLUME)) {
            return Meta.isTerminating(event.object()) ? List.of(Key.of(event.kind(), event.object())) : List.of();
        }
        if (!event.kind().equals(Kinds.POD) || event.type() != StoreEvent.Type.DELETED) {
            return List.of();
        }
        return event.object()
                .path("spec")
                .path("volumes")
                .valueStream()
                .map(volume ->
                        volume.path("persistentVolumeClaim").path("claimName").asText())
                .filter(claim -> !claim.isEmpty())
                .map(claim -> new Key(Kinds.VOLUME_CLAIM, Meta.namespace(event.object()), claim))
                .toList();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.get(key.kind(), key.namespace(), key.name())
                .filter(Meta::isTerminating)
                .ifPresent(object -> {
                    boolean claim = key.kind().equals(Kinds.VOLUME_CLAIM);
                    boolean used = claim ? isUsed(object) : isBound(object);
                    String finalizer = claim ? OF_CLAIM : OF_VOLUME;
                    if (!used && Marks.hasFinalizer(object, finalizer)) {
                        Marks.removeFinalizer(object, finalizer);
                        store.update(key.kind(), object, WRITER);
                    }
                });
        return Optional.empty();
    }

    private boolean isUsed(ObjectNode claim) {
        return store.view(Kinds.POD, Meta.namespace(claim))
                .filter(pod -> !pod.path("spec").path("nodeName").asText().isEmpty())
                .flatMap(pod -> pod.path("spec").path("volumes").valueStream())
                .anyMatch(volume -> volume.path("persistentVolumeClaim")
                        .path("claimName")
                        .asText()
                        .equals(Meta.name(claim)));
    }

    private static boolean isBound(ObjectNode volume) {
        return VolumePhase.of(volume).equals("Bound");
    }

    @Override
    public String toString() {
        return "storage-protection";
    }
}
