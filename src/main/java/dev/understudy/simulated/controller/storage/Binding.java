package dev.understudy.simulated.controller.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.Writer;

/** Ties a claim and a volume to each other: first the volume to the claim, then the claim to the volume. */
final class Binding {
    static final String COMPLETED = "pv.kubernetes.io/bind-completed";
    private static final String BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";
    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;

    Binding(ObjectStore store) {
        this.store = store;
    }

    static ObjectNode reference(ObjectNode claim) {
        return claim.objectNode()
                .put("apiVersion", "v1")
                .put("kind", Kinds.VOLUME_CLAIM.kind())
                .put("namespace", Meta.namespace(claim))
                .put("name", Meta.name(claim))
                .put("resourceVersion", Meta.resourceVersion(claim))
                .put("uid", Meta.uid(claim));
    }

    /** Tells whether a volume is kept for a claim, by name, and by uid where it has one. */
    static boolean isMeantFor(ObjectNode volume, ObjectNode claim) {
        JsonNode reference = volume.path("spec").path("claimRef");
        String uid = reference.path("uid").asText();
        return reference.path("name").asText().equals(Meta.name(claim))
                && reference.path("namespace").asText().equals(Meta.namespace(claim))
                && (uid.isEmpty() || uid.equals(Meta.uid(claim)));
    }

    static boolean wasBoundByController(ObjectNode volume) {
        return Marks.annotation(volume, BY_CONTROLLER).equals("yes");
    }

    void bind(ObjectNode foundVolume, ObjectNode foundClaim) {
        ObjectNode volume = foundVolume.deepCopy();
        JsonNode reference = volume.path("spec").path("claimRef");
        if (!reference.path("uid").asText().equals(Meta.uid(foundClaim))) {
            if (reference.isMissingNode()) {
                Marks.annotate(volume, BY_CONTROLLER, "yes");
            }
            volume.withObjectProperty("spec").set("claimRef", reference(foundClaim));
            volume = store.update(Kinds.VOLUME, volume, WRITER);
        }
        VolumePhase.write(store, volume, "Bound");

        ObjectNode claim = foundClaim.deepCopy();
        if (!claim.path("spec").has("volumeName")) {
            Marks.annotate(claim, BY_CONTROLLER, "yes");
            claim.withObjectProperty("spec").put("volumeName", Meta.name(volume));
        }
        Marks.annotate(claim, COMPLETED, "yes");
        claim = store.update(Kinds.VOLUME_CLAIM, claim, WRITER);
        ObjectNode status = claim.withObjectProperty("status");
        status.put("phase", "Bound");
        status.set("accessModes", volume.at("/spec/accessModes").deepCopy());
        status.set("capacity", volume.at("/spec/capacity").deepCopy());
        store.updateStatus(Kinds.VOLUME_CLAIM, claim, WRITER);
    }

    /** Gives a volume back that was kept for a claim which took another. */
    void release(ObjectNode foundVolume) {
        ObjectNode volume = foundVolume.deepCopy();
        volume.withObjectProperty("spec").remove("claimRef");
        Meta.of(volume).withObjectProperty("annotations").remove(BY_CONTROLLER);
        VolumePhase.write(store, store.update(Kinds.VOLUME, volume, WRITER), "Available");
    }
}
