package dev.understudy.simulated.controller.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds or makes a volume for each claim. */
public final class Claims implements Reconciler {
    static final String COMPONENT = "persistentvolume-controller";
    private static final Writer WRITER = Writer.updating("kube-controller-manager");
    private static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";
    private static final List<String> PROVISIONER =
            List.of("volume.beta.kubernetes.io/storage-provisioner", "volume.kubernetes.io/storage-provisioner");

    private final ObjectStore store;
    private final Recorder recorder;
    private final Binding binding;
    /** Claims without a volume. */
    private final Set<Key> waiting = new LinkedHashSet<>();

    public Claims(ObjectStore store, Recorder recorder) {
        this.store = store;
        this.recorder = recorder;
        this.binding = new Binding(store);
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.VOLUME_CLAIM)) {
            Key key = Key.of(Kinds.VOLUME_CLAIM, event.object());
            boolean unbound =
                    !event.object().path("status").path("phase").asText().equals("Bound");
            if (unbound && event.type() != StoreEvent.Type.DELETED) {
                waiting.add(key);
            } else {
                waiting.remove(key);
            }
            return List.of(key);
        }
        if (event.kind().equals(Kinds.STORAGE_CLASS)) {
            return List.copyOf(waiting);
        }
        if (!event.kind().equals(Kinds.VOLUME)) {
            return List.of();
        }
        Set<Key> keys = new LinkedHashSet<>(waiting);
        var reference = event.object().path("spec").path("claimRef");
        if (reference.isObject()) {
            keys.add(new Key(
                    Kinds.VOLUME_CLAIM,
                    reference.path("namespace").asText(),
                    reference.path("name").asText()));
        }
        return keys;
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.get(key.kind(), key.namespace(), key.name())
                .filter(claim -> !Meta.isTerminating(claim))
                .ifPresent(claim -> {
                    if (claim.path("spec").has("volumeName")) {
                        keep(claim);
                    } else {
                        find(claim);
                    }
                });
        return Optional.empty();
    }

    /** A claim that names its volume is bound to it, or has lost it. */
    private void keep(ObjectNode claim) {
        Optional<ObjectNode> volume = store.view(
                Kinds.VOLUME, "", claim.path("spec").path("volumeName").asText());
        boolean completed = Marks.annotation(claim, Binding.COMPLETED).equals("yes");
        if (volume.isEmpty()) {
            if (completed) {
                lose(claim, "ClaimLost", "Bound claim has lost its PersistentVolume. Data on the volume is lost!");
            }
            return;
        }
        boolean free = volume.get().path("spec").path("claimRef").isMissingNode();
        if (free || Binding.isMeantFor(volume.get(), claim)) {
            if (!completed || !claim.path("status").path("phase").asText().equals("Bound")) {
                binding.bind(volume.get(), claim);
            }
        } else if (completed) {
            lose(claim, "ClaimMisbound", "Two claims are bound to the same volume, this one is bound incorrectly");
        }
    }

    private void lose(ObjectNode claim, String reason, String message) {
        if (!claim.path("status").path("phase").asText().equals("Lost")) {
            claim.withObjectProperty("status").put("phase", "Lost").remove(List.of("accessModes", "capacity"));
            recorder.record(
                    store.updateStatus(Kinds.VOLUME_CLAIM, claim, WRITER), Remark.warning(COMPONENT, reason, message));
        }
    }

    private void find(ObjectNode claim) {
        String wanted = claim.path("spec").path("storageClassName").asText();
        Optional<ObjectNode> storageClass = store.view(Kinds.STORAGE_CLASS, "", wanted);
        boolean patient = storageClass
                        .filter(found ->
                                found.path("volumeBindingMode").asText().equals("WaitForFirstConsumer"))
                        .isPresent()
                && Marks.annotation(claim, SELECTED_NODE).isEmpty();
        Optional<ObjectNode> volume =
                Suitability.best(claim, store.view(Kinds.VOLUME, "").toList(), patient);
        if (volume.isPresent()) {
            binding.bind(volume.get(), claim);
        } else if (patient) {
            say(claim, "WaitForFirstConsumer", "waiting for first consumer to be created before binding");
        } else if (wanted.isEmpty()) {
            say(claim, "FailedBinding", "no persistent volumes available for this claim and no storage class is set");
        } else if (storageClass.isEmpty()) {
            String message = "storageclass.storage.k8s.io \"" + wanted + "\" not found";
            recorder.record(claim, Remark.warning(COMPONENT, "ProvisioningFailed", message));
        } else {
            provision(claim, storageClass.get());
        }
    }

    private void say(ObjectNode claim, String reason, String message) {
        recorder.record(claim, Remark.normal(COMPONENT, reason, message));
    }

    private void provision(ObjectNode found, ObjectNode storageClass) {
        String provisioner = storageClass.path("provisioner").asText();
        PROVISIONER.forEach(annotation -> Marks.annotate(found, annotation, provisioner));
        ObjectNode claim = store.update(Kinds.VOLUME_CLAIM, found, WRITER);
        say(
                claim,
                "ExternalProvisioning",
                "Waiting for a volume to be created either by the external provisioner '" + provisioner
                        + "' or manually by the system administrator. If volume creation is delayed, please verify"
                        + " that the provisioner is running and correctly registered.");
        if (!provisioner.equals(Disks.PROVISIONER)) {
            return;
        }
        ObjectNode draft = Disks.draft(claim, storageClass);
        String whose = Meta.namespace(claim) + "/" + Meta.name(claim);
        tell(claim, "Provisioning", "External provisioner is provisioning volume for claim \"" + whose + "\"");
        try {
            ObjectNode volume = store.create(Kinds.VOLUME, draft, Writer.updating(Disks.PROVISIONER));
            tell(claim, "ProvisioningSucceeded", "Successfully provisioned volume " + Meta.name(volume));
            binding.bind(volume, claim);
        } catch (StatusException refused) {
            // made before, and the claim was not told: the volume is found by its reference next time
            if (!refused.reason().equals("AlreadyExists")) {
                throw refused;
            }
        }
    }

    private void tell(ObjectNode claim, String reason, String message) {
        recorder.record(claim, Remark.normal(Disks.PROVISIONER, reason, message));
    }

    @Override
    public String toString() {
        return COMPONENT;
    }
}
