package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Quantities;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Persistent volume claims. */
final class VolumeClaimRules implements KindRules {
    private static final List<String> ACCESS_MODES =
            List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");

    @Override
    public void fill(ObjectNode object) {
        Fill.in(Fill.object(object, "spec"), "volumeMode", "Filesystem");
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        checkSpec(object.path("spec"), "spec", problems);
        if (before == null) {
            return;
        }
        boolean bound = object.path("status").path("phase").asText().equals("Bound");
        if (!fixedPart(object, before, bound).equals(fixedPart(before, before, bound))) {
            problems.forbidden(
                    "spec",
                    "spec is immutable after creation except resources.requests and volumeAttributesClassName for"
                            + " bound claims");
        }
        BigDecimal asked = size(object.at("/spec/resources/requests/storage"));
        if (asked.compareTo(size(before.at("/spec/resources/requests/storage"))) < 0
                && asked.compareTo(size(before.at("/status/capacity/storage"))) <= 0) {
            problems.forbidden("spec.resources.requests.storage", "field can not be less than status.capacity");
        }
    }

    /** Checks a claim's spec, in a claim and in the template of a workload alike. */
    static void checkSpec(JsonNode spec, String path, Problems problems) {
        if (spec.path("accessModes").isEmpty()) {
            problems.required(path + ".accessModes", "at least 1 access mode is required");
        }
        checkModes(spec.path("accessModes"), path + ".accessModes", problems);
        JsonNode storage = spec.path("resources").path("requests").path("storage");
        if (storage.isMissingNode()) {
            problems.required(path + ".resources[storage]", "");
        } else if (size(storage).signum() <= 0) {
            problems.invalid(path + ".resources[storage]", storage, "must be greater than zero");
        }
    }

    static void checkModes(JsonNode modes, String path, Problems problems) {
        for (JsonNode mode : modes) {
            if (!ACCESS_MODES.contains(mode.asText())) {
                problems.unsupported(path, mode, "\"" + String.join("\", \"", ACCESS_MODES) + "\"");
            }
        }
    }

    private static BigDecimal size(JsonNode quantity) {
        return Quantities.value(quantity.asText()).orElse(BigDecimal.ZERO);
    }

    /** The part of the spec that stays; a volume is chosen once, and a bound claim may grow. */
    private static ObjectNode fixedPart(ObjectNode claim, ObjectNode before, boolean bound) {
        ObjectNode spec = (ObjectNode) claim.path("spec").deepCopy();
        if (!before.path("spec").has("volumeName")) {
            spec.remove("volumeName");
        }
        if (!before.path("spec").has("storageClassName")) {
            spec.remove("storageClassName");
        }
        if (bound) {
            spec.withObjectProperty("resources").remove("requests");
            spec.remove("volumeAttributesClassName");
        }
        return spec;
    }
}
