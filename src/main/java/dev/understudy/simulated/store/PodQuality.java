package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The class of service of a pod, which decides who is evicted first. */
final class PodQuality {
    private PodQuality() {}

    static String of(ObjectNode pod) {
        boolean anything = false;
        boolean everything = true;
        for (JsonNode container : pod.path("spec").path("containers")) {
            JsonNode requests = container.path("resources").path("requests");
            JsonNode limits = container.path("resources").path("limits");
            anything |= !requests.isEmpty() || !limits.isEmpty();
            everything &= limits.has("cpu") && limits.has("memory") && requests.equals(limits);
        }
        return !anything ? "BestEffort" : everything ? "Guaranteed" : "Burstable";
    }
}
