package dev.understudy.simulated.controller.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What a Deployment asks for, with the API's defaults filled in.
 *
 * @param replicas pods wanted, default 1
 * @param recreate whether all old pods go before the first new one comes
 * @param surge pods allowed above {@code replicas} during a rollout, default a quarter, rounded up
 * @param unavailable pods that may lack during a rollout, default a quarter, rounded down
 * @param progressDeadline how long a rollout may stand still, default ten minutes; empty when switched off
 * @param history old ReplicaSets kept, default 10
 */
record DeploymentSpec(
        int replicas,
        boolean paused,
        boolean recreate,
        int surge,
        int unavailable,
        Optional<Duration> progressDeadline,
        int history) {
    static DeploymentSpec of(ObjectNode deployment) {
        JsonNode spec = deployment.path("spec");
        int replicas = spec.path("replicas").asInt(1);
        boolean recreate = spec.path("strategy").path("type").asText().equals("Recreate");
        JsonNode rolling = spec.path("strategy").path("rollingUpdate");
        int surge = recreate ? 0 : share(rolling.path("maxSurge"), replicas, true);
        int unavailable = recreate ? 0 : share(rolling.path("maxUnavailable"), replicas, false);
        if (!recreate && surge == 0 && unavailable == 0) {
            // a rollout that may neither add nor take away would never move
            unavailable = 1;
        }
        long deadline = spec.path("progressDeadlineSeconds").asLong(600);
        return new DeploymentSpec(
                replicas,
                spec.path("paused").asBoolean(),
                recreate,
                surge,
                Math.min(unavailable, replicas),
                deadline >= Integer.MAX_VALUE ? Optional.empty() : Optional.of(Duration.ofSeconds(deadline)),
                spec.path("revisionHistoryLimit").asInt(10));
    }

    /** Pods allowed at any time. */
    int most() {
        return replicas + surge;
    }

    /** Pods that must be available at any time. */
    int least() {
        return replicas - unavailable;
    }

    private static int share(JsonNode amount, int replicas, boolean roundUp) {
        if (amount.isNumber()) {
            return amount.asInt();
        }
        String percentage = amount.asText("25%");
        int percent = Integer.parseInt(percentage.substring(0, percentage.length() - 1));
        return roundUp ? Math.ceilDiv(replicas * percent, 100) : replicas * percent / 100;
    }
}
