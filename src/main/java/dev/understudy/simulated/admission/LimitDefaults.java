package dev.understudy.simulated.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.schema.Amounts;
import java.util.ArrayList;
import java.util.List;

/** Fills requests and limits that containers leave out from a LimitRange, and says so in an annotation. */
final class LimitDefaults {
    private static final String ANNOTATION = "kubernetes.io/limit-ranger";

    private LimitDefaults() {}

    static void fill(ObjectNode pod, ObjectNode range) {
        Amounts limits = Amounts.NONE;
        Amounts requests = Amounts.NONE;
        for (JsonNode item : range.path("spec").path("limits")) {
            if (item.path("type").asText().equals("Container")) {
                limits = override(limits, Amounts.read(item.path("default")));
                requests = override(requests, Amounts.read(item.path("defaultRequest")));
            }
        }
        List<String> filled = new ArrayList<>();
        for (JsonNode container : pod.path("spec").path("containers")) {
            fill((ObjectNode) container, "container", requests, limits, filled);
        }
        for (JsonNode container : pod.path("spec").path("initContainers")) {
            fill((ObjectNode) container, "init container", requests, limits, filled);
        }
        if (!filled.isEmpty()) {
            Marks.annotate(pod, ANNOTATION, "LimitRanger plugin set: " + String.join("; ", filled));
        }
    }

    private static Amounts override(Amounts before, Amounts after) {
        return before.minus(before.only(after.names())).plus(after);
    }

    private static void fill(ObjectNode container, String what, Amounts requests, Amounts limits, List<String> filled) {
        ObjectNode resources = container.withObjectProperty("resources");
        String name = container.path("name").asText();
        List<String> newLimits = fill(resources, "limits", limits);
        List<String> newRequests = fill(resources, "requests", requests);
        if (!newRequests.isEmpty()) {
            filled.add(String.join(", ", newRequests) + " request for " + what + " " + name);
        }
        if (!newLimits.isEmpty()) {
            filled.add(String.join(", ", newLimits) + " limit for " + what + " " + name);
        }
    }

    /** Returns the names of the resources that were filled in. */
    private static List<String> fill(ObjectNode resources, String which, Amounts defaults) {
        List<String> filled = new ArrayList<>();
        defaults.byName().forEach((name, amount) -> {
            if (!resources.path(which).has(name)) {
                resources.withObjectProperty(which).put(name, amount.toString());
                filled.add(name);
            }
        });
        return filled;
    }
}
