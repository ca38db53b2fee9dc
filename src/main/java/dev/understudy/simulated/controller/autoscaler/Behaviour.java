package dev.understudy.simulated.controller.autoscaler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.Condition;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast and how willingly an autoscaler follows its metrics.
 *
 * @param spec the spec of the autoscaler
 * @param pace by which windows and periods are shortened
 */
record Behaviour(JsonNode spec, Pace pace) {
    private static final int DOWN_WINDOW_SECONDS = 300;
    private static final int FREE_GROWTH = 4;

    Decision decide(int current, int wanted, History history, Instant now) {
        if (history.isEmpty()) {
            history.recommend(current, now);
        }
        int up = history.within(window("scaleUp", 0), now, wanted, Math::min);
        int down = history.within(window("scaleDown", DOWN_WINDOW_SECONDS), now, wanted, Math::max);
        int stable = Math.min(Math.max(current, up), down);
        history.recommend(wanted, now);
        return limit(current, stable, able(current, wanted, stable), history, now);
    }

    private static Condition able(int current, int wanted, int stable) {
        if (stable == wanted) {
            return Condition.of("AbleToScale", true, "ReadyForNewScale", "recommended size matches current size");
        }
        return wanted >= current
                ? Condition.of(
                        "AbleToScale",
                        true,
                        "ScaleUpStabilized",
                        "recent recommendations were lower than current one, applying the lowest recent recommendation")
                : Condition.of(
                        "AbleToScale",
                        true,
                        "ScaleDownStabilized",
                        "recent recommendations were higher than current one, applying the highest recent"
                                + " recommendation");
    }

    private Duration window(String direction, int otherwise) {
        int seconds = spec.path("behavior")
                .path(direction)
                .path("stabilizationWindowSeconds")
                .asInt(otherwise);
        return pace.of(Duration.ofSeconds(seconds));
    }

    private Decision limit(int current, int stable, Condition able, History history, Instant now) {
        int most = spec.path("maxReplicas").asInt();
        int least = spec.path("minReplicas").asInt(1);
        if (stable > current) {
            int fastest = Math.max(current, fastest("scaleUp", current, history, now));
            if (stable > Math.min(most, fastest)) {
                return most > fastest
                        ? limited(fastest, able, "ScaleUpLimit", "increasing faster than the maximum scale rate")
                        : limited(most, able, "TooManyReplicas", "more than the maximum replica count");
            }
        } else if (stable < current) {
            int fastest = Math.min(current, fastest("scaleDown", current, history, now));
            if (stable < Math.max(least, fastest)) {
                return least < fastest
                        ? limited(fastest, able, "ScaleDownLimit", "decreasing faster than the maximum scale rate")
                        : limited(least, able, "TooFewReplicas", "less than the minimum replica count");
            }
        }
        return new Decision(
                stable,
                able,
                Condition.of(
                        "ScalingLimited",
                        false,
                        "DesiredWithinRange",
                        "the desired count is within the acceptable range"));
    }

    private static Decision limited(int replicas, Condition able, String reason, String how) {
        return new Decision(
                replicas, able, Condition.of("ScalingLimited", true, reason, "the desired replica count is " + how));
    }

    /** Returns the furthest that the policies let the number go at once. */
    private int fastest(String direction, int current, History history, Instant now) {
        boolean up = direction.equals("scaleUp");
        JsonNode rules = spec.path("behavior").path(direction);
        if (rules.isMissingNode()) {
            return up ? Math.max(2 * current, FREE_GROWTH) : 0;
        }
        String select = rules.path("selectPolicy").asText("Max");
        if (select.equals("Disabled")) {
            return current;
        }
        boolean furthest = select.equals("Max");
        int result = up == furthest ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        for (JsonNode policy : rules.path("policies")) {
            int proposed = proposed(policy, up, current, history, now);
            result = up == furthest ? Math.max(result, proposed) : Math.min(result, proposed);
        }
        return result;
    }

    private int proposed(JsonNode policy, boolean up, int current, History history, Instant now) {
        Duration period =
                pace.of(Duration.ofSeconds(policy.path("periodSeconds").asInt()));
        int begin = current - history.changed(period, now, by -> by > 0) - history.changed(period, now, by -> by < 0);
        int value = policy.path("value").asInt();
        if (policy.path("type").asText().equals("Pods")) {
            return up ? begin + value : begin - value;
        }
        return up ? (int) Math.ceil(begin * (1 + value / 100.0)) : (int) (begin * (1 - value / 100.0));
    }
}
