package dev.understudy.simulated.controller.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Selector;
import dev.understudy.simulated.schema.Quantities;
import dev.understudy.simulated.store.Meta;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of the volumes at hand suits a claim: the one kept for it, else the smallest that is large enough. */
final class Suitability {
    private Suitability() {}

    /**
     * Returns the best volume.
     *
     * @param keptOnly whether only a volume that is kept for this claim will do
     */
    static Optional<ObjectNode> best(ObjectNode claim, List<ObjectNode> volumes, boolean keptOnly) {
        Optional<ObjectNode> kept = volumes.stream()
                .filter(volume -> Binding.isMeantFor(volume, claim))
                .findFirst();
        if (kept.isPresent() || keptOnly) {
            return kept;
        }
        return volumes.stream()
                .filter(volume -> volume.path("spec").path("claimRef").isMissingNode())
                .filter(volume -> !Meta.isTerminating(volume) && suits(volume, claim))
                .min(Comparator.comparing(Suitability::capacity).thenComparing(Meta::name));
    }

    private static boolean suits(ObjectNode volume, ObjectNode claim) {
        JsonNode offered = volume.path("spec");
        JsonNode asked = claim.path("spec");
        JsonNode selector = asked.path("selector");
        boolean sameClass = offered.path("storageClassName")
                .asText()
                .equals(asked.path("storageClassName").asText());
        return sameClass
                && offered.path("volumeMode").equals(asked.path("volumeMode"))
                && capacity(volume).compareTo(size(asked.at("/resources/requests/storage"))) >= 0
                && asked.path("accessModes").valueStream().allMatch(mode -> offers(offered, mode))
                && (selector.isMissingNode() || Selector.of(selector).matches(volume));
    }

    private static boolean offers(JsonNode offered, JsonNode mode) {
        return offered.path("accessModes").valueStream().anyMatch(mode::equals);
    }

    private static BigDecimal capacity(ObjectNode volume) {
        return size(volume.at("/spec/capacity/storage"));
    }

    private static BigDecimal size(JsonNode quantity) {
        return Quantities.value(quantity.asText()).orElse(BigDecimal.ZERO);
    }
}
