package dev.understudy.simulated.controller.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.ContentHash;

/** Names a version of a pod template, so that the same template always belongs to the same ReplicaSet. */
final class TemplateHash {
    static final String LABEL = "pod-template-hash";

    private TemplateHash() {}

    /** Returns the hash; {@code collisions} makes another one when two templates met under one name. */
    static String of(JsonNode template, int collisions) {
        return ContentHash.of(unlabelled(template), collisions);
    }

    /** Tells whether two templates ask for the same pods, whatever hash they carry. */
    static boolean sameTemplate(JsonNode one, JsonNode other) {
        return unlabelled(one).equals(unlabelled(other));
    }

    private static JsonNode unlabelled(JsonNode template) {
        JsonNode copy = template.deepCopy();
        if (copy.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove(LABEL);
        }
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("creationTimestamp");
        }
        return copy;
    }
}
