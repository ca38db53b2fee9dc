package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Services. Their addresses are assigned by the store, not here. */
final class ServiceRules implements KindRules {
    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.in(spec, "type", "ClusterIP");
        Fill.in(spec, "sessionAffinity", "None");
        if (!isExternal(spec)) {
            Fill.in(spec, "internalTrafficPolicy", "Cluster");
        }
        Fill.each(spec.path("ports")).forEach(port -> {
            Fill.in(port, "protocol", "TCP");
            if (!port.has("targetPort") && port.has("port")) {
                port.set("targetPort", port.get("port"));
            }
        });
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        JsonNode ports = spec.path("ports");
        if (ports.isEmpty()
                && !isExternal(spec)
                && !spec.path("clusterIP").asText().equals("None")) {
            problems.required("spec.ports", "");
        }
        for (int i = 0; i < ports.size(); i++) {
            Ports.check(ports.get(i).path("port"), "spec.ports[" + i + "].port", problems);
            if (ports.size() > 1 && ports.get(i).path("name").asText("").isEmpty()) {
                problems.required("spec.ports[" + i + "].name", "");
            }
        }
        if (before != null && !isExternal(spec) && before.path("spec").has("clusterIP")) {
            problems.immutable(object, before, "spec.clusterIP");
        }
    }

    private static boolean isExternal(JsonNode spec) {
        return spec.path("type").asText().equals("ExternalName");
    }
}
