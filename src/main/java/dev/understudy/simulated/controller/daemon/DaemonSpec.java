package dev.understudy.simulated.controller.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * What a DaemonSet asks for, with the API's defaults filled in.
 *
 * @param podSpec of its template
 * @param onDelete whether pods get a new template only when somebody deletes them
 * @param surge nodes that may have two pods during an update: a number or a percentage of the nodes
 * @param unavailable nodes that may be without a serving pod during an update: a number or a percentage of the nodes
 * @param minReady how long a pod is ready before it counts as available
 * @param history old revisions kept, default 10
 */
record DaemonSpec(
        JsonNode podSpec, boolean onDelete, JsonNode surge, JsonNode unavailable, Duration minReady, int history) {
    static DaemonSpec of(ObjectNode set) {
        JsonNode spec = set.path("spec");
        JsonNode strategy = spec.path("updateStrategy");
        return new DaemonSpec(
                spec.path("template").path("spec"),
                strategy.path("type").asText().equals("OnDelete"),
                strategy.path("rollingUpdate").path("maxSurge"),
                strategy.path("rollingUpdate").path("maxUnavailable"),
                Duration.ofSeconds(spec.path("minReadySeconds").asLong()),
                spec.path("revisionHistoryLimit").asInt(10));
    }

    /** Tells whether an update starts the new pod of a node before it stops the old one. */
    boolean surges() {
        return !onDelete && share(surge, 1) > 0;
    }

    int surge(int nodes) {
        return onDelete ? 0 : share(surge, nodes);
    }

    /** Never 0 where nothing surges: such an update could not move. */
    int unavailable(int nodes) {
        int allowed = onDelete ? 0 : share(unavailable, nodes);
        return allowed == 0 && surge(nodes) == 0 ? 1 : allowed;
    }

    private static int share(JsonNode amount, int nodes) {
        if (amount.isNumber()) {
            return amount.asInt();
        }
        String percentage = amount.asText("0%");
        return Math.ceilDiv(nodes * Integer.parseInt(percentage.substring(0, percentage.length() - 1)), 100);
    }
}
