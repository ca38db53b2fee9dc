package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Services. Their addresses are assigned by the store, not here. */
final class ServiceRules implements KindRules {
    private static final int AFFINITY_SECONDS = 10_800;
    private static final Set<String> TYPES = Set.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
    private static final Set<String> POLICIES = Set.of("Cluster", "Local");

    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.in(spec, "type", "ClusterIP");
        Fill.in(spec, "sessionAffinity", "None");
        if (spec.path("sessionAffinity").asText().equals("ClientIP")) {
            ObjectNode client = Fill.object(Fill.object(spec, "sessionAffinityConfig"), "clientIP");
            Fill.in(client, "timeoutSeconds", AFFINITY_SECONDS);
        }
        if (!isExternal(spec)) {
            Fill.in(spec, "internalTrafficPolicy", "Cluster");
        }
        if (opensOnNodes(spec)) {
            Fill.in(spec, "externalTrafficPolicy", "Cluster");
        }
        if (spec.path("type").asText().equals("LoadBalancer")) {
            Fill.in(spec, "allocateLoadBalancerNodePorts", true);
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
        boolean headless = spec.path("clusterIP").asText().equals("None");
        if (spec.path("ports").isEmpty() && !isExternal(spec) && !headless) {
            problems.required("spec.ports", "");
        }
        if (isExternal(spec)) {
            externalName(spec.path("externalName"), problems);
        }
        MetadataRules.checkLabels(spec.path("selector"), "spec.selector", problems);
        oneOf(spec, "sessionAffinity", Set.of("ClientIP", "None"), "\"ClientIP\", \"None\"", problems);
        ServicePorts.check(spec, problems);
        oneOf(spec, "type", TYPES, "\"ClusterIP\", \"ExternalName\", \"LoadBalancer\", \"NodePort\"", problems);
        if (!isExternal(spec)) {
            oneOf(spec, "internalTrafficPolicy", POLICIES, "\"Cluster\", \"Local\"", problems);
        }
        if (spec.has("externalTrafficPolicy") && !opensOnNodes(spec)) {
            problems.invalid(
                    "spec.externalTrafficPolicy",
                    spec.path("externalTrafficPolicy"),
                    "may only be set for externally-accessible services");
        }
        addresses(spec, before, problems);
    }

    private static void externalName(JsonNode name, Problems problems) {
        if (name.asText("").isEmpty()) {
            problems.required("spec.externalName", "");
        } else {
            DnsNames.subdomain(name, "spec.externalName", problems);
        }
    }

    private static void addresses(JsonNode spec, @Nullable ObjectNode before, Problems problems) {
        JsonNode address = spec.path("clusterIP");
        if (isExternal(spec) || address.isMissingNode()) {
            return;
        }
        String path = "spec.clusterIPs[0]";
        if (!address.asText().equals("None") && !DnsNames.isAddress(address.asText())) {
            problems.invalid(path, address, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
        }
        JsonNode old = before == null ? address : before.path("spec").path("clusterIP");
        if (!old.isMissingNode() && !old.equals(address)) {
            ObjectNode shown = ((ObjectNode) spec).objectNode();
            problems.invalid(path, shown.putArray("clusterIPs").add(address), "may not change once set");
        }
    }

    private static void oneOf(JsonNode spec, String field, Set<String> allowed, String listed, Problems problems) {
        if (!allowed.contains(spec.path(field).asText())) {
            problems.unsupported("spec." + field, spec.path(field), listed);
        }
    }

    private static boolean isExternal(JsonNode spec) {
        return spec.path("type").asText().equals("ExternalName");
    }

    private static boolean opensOnNodes(JsonNode spec) {
        return Set.of("NodePort", "LoadBalancer").contains(spec.path("type").asText());
    }
}
