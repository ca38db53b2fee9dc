package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Claims, volumes and their classes. */
final class StorageColumns {
    private static final String UNSET = "<unset>";
    private static final Map<String, String> MODES =
            Map.of("ReadWriteOnce", "RWO", "ReadOnlyMany", "ROX", "ReadWriteMany", "RWX", "ReadWriteOncePod", "RWOP");

    private StorageColumns() {}

    static List<Column> claim() {
        return List.of(
                Column.text("Status", StorageColumns::phase),
                Column.text("Volume", each -> spec(each, "volumeName")),
                Column.text("Capacity", StorageColumns::claimed),
                Column.text("Access Modes", each -> bound(each) ? modes(each.at("/status/accessModes")) : ""),
                Column.text("StorageClass", each -> spec(each, "storageClassName")),
                Column.text("VolumeAttributesClass", StorageColumns::attributes),
                Column.wide("VolumeMode", each -> spec(each, "volumeMode")));
    }

    static List<Column> volume() {
        return List.of(
                Column.text(
                        "Capacity", each -> each.at("/spec/capacity/storage").asText()),
                Column.text("Access Modes", each -> modes(each.at("/spec/accessModes"))),
                Column.text("Reclaim Policy", each -> spec(each, "persistentVolumeReclaimPolicy")),
                Column.text("Status", StorageColumns::phase),
                Column.text("Claim", StorageColumns::claimOf),
                Column.text("StorageClass", each -> spec(each, "storageClassName")),
                Column.text("VolumeAttributesClass", StorageColumns::attributes),
                Column.text("Reason", each -> each.at("/status/reason").asText()),
                Column.wide("VolumeMode", each -> spec(each, "volumeMode")));
    }

    static List<Column> storageClass() {
        return List.of(
                Column.text("Provisioner", each -> each.path("provisioner").asText()),
                Column.text("ReclaimPolicy", each -> each.path("reclaimPolicy").asText()),
                Column.text(
                        "VolumeBindingMode",
                        each -> each.path("volumeBindingMode").asText()),
                Column.text(
                        "AllowVolumeExpansion",
                        each -> Boolean.toString(
                                each.path("allowVolumeExpansion").asBoolean())));
    }

    /** The default class is marked where its name is printed. */
    static String className(ObjectNode storageClass) {
        JsonNode metadata = storageClass.path("metadata");
        boolean isDefault = metadata.path("annotations")
                .path("storageclass.kubernetes.io/is-default-class")
                .asText()
                .equals("true");
        return metadata.path("name").asText() + (isDefault ? " (default)" : "");
    }

    private static String phase(ObjectNode object) {
        return object.path("metadata").has("deletionTimestamp")
                ? "Terminating"
                : object.at("/status/phase").asText();
    }

    private static boolean bound(ObjectNode claim) {
        return claim.path("spec").has("volumeName");
    }

    private static String claimed(ObjectNode claim) {
        return bound(claim) ? claim.at("/status/capacity/storage").asText() : "";
    }

    private static String claimOf(ObjectNode volume) {
        JsonNode claim = volume.at("/spec/claimRef");
        return claim.isObject()
                ? claim.path("namespace").asText() + "/" + claim.path("name").asText()
                : "";
    }

    private static String attributes(ObjectNode object) {
        return object.at("/spec/volumeAttributesClassName").asText(UNSET);
    }

    private static String modes(JsonNode modes) {
        return Cells.each(modes, mode -> MODES.getOrDefault(mode.asText(), mode.asText()));
    }

    private static String spec(ObjectNode object, String field) {
        return object.path("spec").path(field).asText();
    }
}
