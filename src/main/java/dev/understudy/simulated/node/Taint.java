package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A taint of a node, and whether pods tolerate it.
 *
 * @param effect {@code NoSchedule}, {@code PreferNoSchedule} or {@code NoExecute}
 */
record Taint(String key, String value, String effect) {
    static final String NO_SCHEDULE = "NoSchedule";
    static final String NO_EXECUTE = "NoExecute";

    static Taint read(JsonNode taint) {
        return new Taint(
                taint.path("key").asText(),
                taint.path("value").asText(),
                taint.path("effect").asText());
    }

    /** Returns the taints of a node with an effect. */
    static List<Taint> of(ObjectNode node, String effect) {
        return node.path("spec")
                .path("taints")
                .valueStream()
                .map(Taint::read)
                .filter(taint -> taint.effect.equals(effect))
                .toList();
    }

    /** For how long a pod tolerates a taint: not at all, for a time, or for ever. */
    sealed interface Patience {
        /** It must leave at once. */
        record None() implements Patience {}

        /** It may stay for a while, as long as a real cluster would let it. */
        record Some(Duration length) implements Patience {}

        /** It may stay. */
        record Endless() implements Patience {}
    }

    /** Returns for how long a pod tolerates all of these taints. */
    static Patience patience(ObjectNode pod, List<Taint> taints) {
        Optional<Duration> shortest = Optional.empty();
        for (Taint taint : taints) {
            Optional<JsonNode> toleration = pod.path("spec")
                    .path("tolerations")
                    .valueStream()
                    .filter(taint::isToleratedBy)
                    .findFirst();
            if (toleration.isEmpty()) {
                return new Patience.None();
            }
            JsonNode seconds = toleration.get().path("tolerationSeconds");
            if (seconds.isNumber()) {
                Duration length = Duration.ofSeconds(Math.max(0, seconds.asLong()));
                shortest = shortest.filter(so -> so.compareTo(length) <= 0).or(() -> Optional.of(length));
            }
        }
        return shortest.<Patience>map(Patience.Some::new).orElseGet(Patience.Endless::new);
    }

    private boolean isToleratedBy(JsonNode toleration) {
        String forEffect = toleration.path("effect").asText();
        String forKey = toleration.path("key").asText();
        boolean concerned =
                (forEffect.isEmpty() || forEffect.equals(effect)) && (forKey.isEmpty() || forKey.equals(key));
        if (toleration.path("operator").asText().equals("Exists")) {
            return concerned;
        }
        return concerned
                && !forKey.isEmpty()
                && toleration.path("value").asText().equals(value);
    }
}
