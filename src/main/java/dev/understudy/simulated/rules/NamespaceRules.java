package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Namespaces: each carries its own name as a label, by which policies select it. */
final class NamespaceRules implements KindRules {
    @Override
    public void fill(ObjectNode object) {
        ObjectNode labels = Fill.object(Fill.object(object, "metadata"), "labels");
        labels.put(
                "kubernetes.io/metadata.name",
                object.path("metadata").path("name").asText(""));
    }
}
