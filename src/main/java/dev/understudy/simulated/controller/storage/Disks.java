package dev.understudy.simulated.controller.storage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.Writer;

/**
 * The simulated provisioner: it makes a volume of the size asked for at once, reachable from every node, and removes it
 * when it is released, if its class says so.
 */
public final class Disks {
    /** The provisioner that a StorageClass names to get these volumes. */
    public static final String PROVISIONER = "simulated.understudy.dev/disks";

    private static final String PROVISIONED_BY = "pv.kubernetes.io/provisioned-by";

    private Disks() {}

    /** Creates the default class of every simulated cluster, where it is not there yet. */
    public static void offerStandard(ObjectStore store) {
        if (store.view(Kinds.STORAGE_CLASS, "", "standard").isPresent()) {
            return;
        }
        ObjectNode standard = JsonNodeFactory.instance.objectNode();
        standard.put("apiVersion", Kinds.STORAGE_CLASS.apiVersion()).put("kind", Kinds.STORAGE_CLASS.kind());
        standard.putObject("metadata").put("name", "standard");
        Marks.annotate(standard, "storageclass.kubernetes.io/is-default-class", "true");
        standard.put("provisioner", PROVISIONER)
                .put("reclaimPolicy", "Delete")
                .put("volumeBindingMode", "WaitForFirstConsumer");
        store.create(Kinds.STORAGE_CLASS, standard, Writer.updating("kube-apiserver"));
    }

    static boolean made(ObjectNode volume) {
        return Marks.annotation(volume, PROVISIONED_BY).equals(PROVISIONER);
    }

    /** Returns a volume for a claim that is not stored yet. */
    static ObjectNode draft(ObjectNode claim, ObjectNode storageClass) {
        String name = "pvc-" + Meta.uid(claim);
        ObjectNode volume = JsonNodeFactory.instance.objectNode();
        volume.put("apiVersion", "v1").put("kind", Kinds.VOLUME.kind());
        volume.putObject("metadata").put("name", name);
        Marks.annotate(volume, PROVISIONED_BY, PROVISIONER);
        ObjectNode spec = volume.putObject("spec");
        spec.set("accessModes", claim.at("/spec/accessModes").deepCopy());
        spec.putObject("capacity").set("storage", claim.at("/spec/resources/requests/storage"));
        spec.set("volumeMode", claim.at("/spec/volumeMode"));
        spec.set("persistentVolumeReclaimPolicy", storageClass.path("reclaimPolicy"));
        spec.put("storageClassName", Meta.name(storageClass));
        spec.putObject("hostPath").put("path", "/var/lib/simulated/" + name);
        spec.set("claimRef", Binding.reference(claim));
        return volume;
    }
}
