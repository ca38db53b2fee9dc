package dev.understudy.simulated.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Resources in the aggregated form of discovery, where subresources stand inside their resource. */
final class Aggregated {
    private Aggregated() {}

    static void addTo(ArrayNode list, List<Resource> resources) {
        for (Resource resource : resources) {
            if (resource.subresource().isEmpty()) {
                ObjectNode entry = list.addObject().put("resource", resource.name());
                describe(entry, resource);
                entry.put("scope", resource.namespaced() ? "Namespaced" : "Cluster");
                entry.put("singularResource", resource.singular());
                resource.shortNames().forEach(entry.withArrayProperty("shortNames")::add);
                resource.categories().forEach(entry.withArrayProperty("categories")::add);
                addParts(entry, resource, resources);
            }
        }
    }

    private static void addParts(ObjectNode entry, Resource owner, List<Resource> resources) {
        for (Resource part : resources) {
            if (part.name().equals(owner.name()) && !part.subresource().isEmpty()) {
                ObjectNode described =
                        entry.withArrayProperty("subresources").addObject().put("subresource", part.subresource());
                describe(described, part);
            }
        }
    }

    private static void describe(ObjectNode entry, Resource resource) {
        entry.putObject("responseKind")
                .put("group", resource.kindGroup())
                .put("version", resource.kindVersion())
                .put("kind", resource.kind());
        resource.verbs().forEach(entry.putArray("verbs")::add);
    }
}
