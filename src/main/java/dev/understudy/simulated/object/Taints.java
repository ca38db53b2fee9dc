package dev.understudy.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** What nodes keep pods off with, and which pods do not mind. */
public final class Taints {
    private Taints() {}

    /** Returns the first taint of the node with one of these effects that the pod does not tolerate. */
    public static Optional<JsonNode> untolerated(JsonNode podSpec, JsonNode node, Set<String> effects) {
        for (JsonNode taint : node.path("spec").path("taints")) {
            if (effects.contains(taint.path("effect").asText()) && !tolerates(podSpec, taint)) {
                return Optional.of(taint);
            }
        }
        return Optional.empty();
    }

    /** Tells whether one of the pod's tolerations covers the taint. */
    public static boolean tolerates(JsonNode podSpec, JsonNode taint) {
        for (JsonNode toleration : podSpec.path("tolerations")) {
            if (covers(toleration, taint)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a toleration covers a taint; a toleration without key or effect covers all of them. */
    public static boolean covers(JsonNode toleration, JsonNode taint) {
        if (toleration.hasNonNull("effect") && !toleration.path("effect").equals(taint.path("effect"))) {
            return false;
        }
        String key = toleration.path("key").asText();
        boolean sameKey = key.equals(taint.path("key").asText());
        if (toleration.path("operator").asText().equals("Exists")) {
            return sameKey || key.isEmpty();
        }
        return sameKey
                && toleration.path("value").asText().equals(taint.path("value").asText());
    }
}
