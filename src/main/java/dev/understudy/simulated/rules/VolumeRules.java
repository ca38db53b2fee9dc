package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Persistent volumes. */
final class VolumeRules implements KindRules {
    /** Every field of the spec that does not say where the volume's data is. */
    private static final Set<String> NO_SOURCE = Set.of(
            "accessModes",
            "capacity",
            "claimRef",
            "mountOptions",
            "nodeAffinity",
            "persistentVolumeReclaimPolicy",
            "storageClassName",
            "volumeAttributesClassName",
            "volumeMode");

    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.in(spec, "persistentVolumeReclaimPolicy", "Retain");
        Fill.in(spec, "volumeMode", "Filesystem");
        if (spec.get("hostPath") instanceof ObjectNode path && !path.has("type")) {
            path.put("type", "");
        }
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        if (spec.path("accessModes").isEmpty()) {
            problems.required("spec.accessModes", "");
        }
        VolumeClaimRules.checkModes(spec.path("accessModes"), "spec.accessModes", problems);
        if (spec.path("capacity").isEmpty()) {
            problems.required("spec.capacity", "");
        }
        JsonNode policy = spec.path("persistentVolumeReclaimPolicy");
        if (!List.of("Delete", "Recycle", "Retain").contains(policy.asText())) {
            problems.unsupported("spec.persistentVolumeReclaimPolicy", policy, "\"Delete\", \"Recycle\", \"Retain\"");
        }
        if (source(spec).isEmpty()) {
            problems.required("spec", "must specify a volume type");
        }
        if (before != null && !source(spec).equals(source(before.path("spec")))) {
            problems.forbidden(
                    "spec.persistentvolumesource", "spec.persistentvolumesource is immutable after creation");
        }
    }

    private static Set<String> source(JsonNode spec) {
        Set<String> source = new TreeSet<>();
        spec.properties().stream()
                .filter(field -> !NO_SOURCE.contains(field.getKey()))
                .forEach(field -> source.add(field.getKey() + "=" + field.getValue()));
        return source;
    }
}
