package dev.understudy.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.schema.Amount;
import dev.understudy.simulated.schema.Amounts;
import java.util.Map;

/** What a whole pod asks for: its containers together, or more where an init container needs more before them. */
public final class PodResources {
    private PodResources() {}

    /** Returns what a place is found by, the pod's overhead included. */
    public static Amounts requests(JsonNode podSpec) {
        return total(podSpec, "requests").plus(Amounts.read(podSpec.path("overhead")));
    }

    public static Amounts limits(JsonNode podSpec) {
        return total(podSpec, "limits");
    }

    private static Amounts total(JsonNode podSpec, String which) {
        Amounts together = Amounts.NONE;
        for (JsonNode container : podSpec.path("containers")) {
            together = together.plus(of(container, which));
        }
        Amounts sidecars = Amounts.NONE;
        Amounts beginning = Amounts.NONE;
        for (JsonNode container : podSpec.path("initContainers")) {
            Amounts own = of(container, which);
            if (container.path("restartPolicy").asText().equals("Always")) {
                together = together.plus(own);
                sidecars = sidecars.plus(own);
                beginning = beginning.atLeast(sidecars);
            } else {
                beginning = beginning.atLeast(sidecars.plus(own));
            }
        }
        return override(
                together.atLeast(beginning),
                Amounts.read(podSpec.path("resources").path(which)));
    }

    /** What the pod says about itself as a whole counts instead of its containers. */
    private static Amounts override(Amounts total, Amounts whole) {
        Amounts result = total;
        for (Map.Entry<String, Amount> each : whole.byName().entrySet()) {
            Amounts own = Amounts.of(each.getKey(), each.getValue());
            result = result.minus(result.only(own.names())).plus(own);
        }
        return result;
    }

    private static Amounts of(JsonNode container, String which) {
        return Amounts.read(container.path("resources").path(which));
    }
}
