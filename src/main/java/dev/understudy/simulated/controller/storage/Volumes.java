package dev.understudy.simulated.controller.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** Follows what becomes of each volume: offered, taken, and given back when its claim is gone. */
public final class Volumes implements Reconciler {
    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final Binding binding;

    public Volumes(ObjectStore store) {
        this.store = store;
        this.binding = new Binding(store);
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.VOLUME)) {
            return List.of(Key.of(Kinds.VOLUME, event.object()));
        }
        if (event.kind().equals(Kinds.VOLUME_CLAIM)) {
            String volume = event.object().path("spec").path("volumeName").asText();
            return volume.isEmpty() ? List.of() : List.of(new Key(Kinds.VOLUME, "", volume));
        }
        return List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.get(Kinds.VOLUME, "", key.name()).ifPresent(this::follow);
        return Optional.empty();
    }

    private void follow(ObjectNode volume) {
        JsonNode reference = volume.path("spec").path("claimRef");
        String uid = reference.path("uid").asText();
        if (uid.isEmpty()) {
            // free, or kept for a claim that is yet to come
            VolumePhase.write(store, volume, "Available");
            return;
        }
        Optional<ObjectNode> claim = store.view(
                        Kinds.VOLUME_CLAIM,
                        reference.path("namespace").asText(),
                        reference.path("name").asText())
                .filter(found -> Meta.uid(found).equals(uid));
        if (claim.isEmpty()) {
            reclaim(volume);
            return;
        }
        String taken = claim.get().path("spec").path("volumeName").asText();
        if (taken.equals(Meta.name(volume))) {
            VolumePhase.write(store, volume, "Bound");
        } else if (!taken.isEmpty()) {
            giveBack(volume);
        }
    }

    private void reclaim(ObjectNode volume) {
        VolumePhase.write(store, volume, "Released");
        if (volume.path("spec").path("persistentVolumeReclaimPolicy").asText().equals("Delete") && Disks.made(volume)) {
            delete(volume);
        }
    }

    private void giveBack(ObjectNode volume) {
        if (Disks.made(volume)) {
            delete(volume);
        } else if (Binding.wasBoundByController(volume)) {
            binding.release(volume);
        }
    }

    private void delete(ObjectNode volume) {
        if (!Meta.isTerminating(volume)) {
            store.delete(Kinds.VOLUME, "", Meta.name(volume), Meta.uid(volume), "Background", 0, WRITER);
        }
    }

    @Override
    public String toString() {
        return "volumes";
    }
}
