package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Storage classes. */
final class StorageClassRules implements KindRules {
    @Override
    public void fill(ObjectNode object) {
        Fill.in(object, "reclaimPolicy", "Delete");
        Fill.in(object, "volumeBindingMode", "Immediate");
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        if (object.path("provisioner").asText().isEmpty()) {
            problems.required("provisioner", "");
        }
        oneOf(object, "reclaimPolicy", List.of("Delete", "Retain"), problems);
        oneOf(object, "volumeBindingMode", List.of("Immediate", "WaitForFirstConsumer"), problems);
        for (String fixed : List.of("parameters", "provisioner", "reclaimPolicy", "volumeBindingMode")) {
            problems.immutable(object, before, fixed);
        }
    }

    private static void oneOf(ObjectNode object, String field, List<String> values, Problems problems) {
        JsonNode value = object.path(field);
        if (!values.contains(value.asText())) {
            problems.unsupported(field, value, "\"" + String.join("\", \"", values) + "\"");
        }
    }
}
