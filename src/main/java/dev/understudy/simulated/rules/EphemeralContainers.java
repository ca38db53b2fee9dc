package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Containers added to a pod for debugging: they come later than the pod, and stay as they came. */
final class EphemeralContainers {
    private static final String PATH = "spec.ephemeralContainers";
    private static final List<String> NOT_FOR_THEM =
            List.of("ports", "resources", "livenessProbe", "readinessProbe", "startupProbe", "lifecycle");

    private EphemeralContainers() {}

    static void check(ObjectNode pod, @Nullable ObjectNode before, Problems problems) {
        JsonNode list = pod.path("spec").path("ephemeralContainers");
        if (before == null) {
            if (!list.isEmpty()) {
                problems.forbidden(PATH, "cannot be set on create");
            }
            return;
        }
        Set<String> main = names(pod.path("spec").path("containers"));
        Set<String> taken = new HashSet<>(main);
        taken.addAll(names(pod.path("spec").path("initContainers")));
        for (int i = 0; i < list.size(); i++) {
            check(list.get(i), PATH + "[" + i + "]", main, taken, problems);
        }
        keep(before.path("spec").path("ephemeralContainers"), list, problems);
    }

    private static void check(JsonNode container, String path, Set<String> main, Set<String> taken, Problems problems) {
        JsonNode name = container.path("name");
        if (name.asText("").isEmpty()) {
            problems.required(path + ".name", "");
        } else if (!taken.add(name.asText())) {
            problems.duplicate(path + ".name", name);
        }
        if (container.path("image").asText("").isBlank()) {
            problems.required(path + ".image", "");
        }
        JsonNode target = container.path("targetContainerName");
        if (!target.asText("").isEmpty() && !main.contains(target.asText())) {
            problems.notFound(path + ".targetContainerName", target);
        }
        for (String field : NOT_FOR_THEM) {
            if (!container.path(field).isEmpty()) {
                problems.forbidden(path + "." + field, "cannot be set for an Ephemeral Container");
            }
        }
    }

    private static void keep(JsonNode before, JsonNode after, Problems problems) {
        for (JsonNode old : before) {
            String name = old.path("name").asText();
            JsonNode now = MissingNode.getInstance();
            for (JsonNode each : after) {
                if (each.path("name").asText().equals(name)) {
                    now = each;
                }
            }
            if (!now.equals(old)) {
                problems.forbidden(
                        PATH,
                        "existing ephemeral containers \"" + name + "\" may not be "
                                + (now.isMissingNode() ? "removed" : "changed") + "\n");
            }
        }
    }

    private static Set<String> names(JsonNode containers) {
        Set<String> names = new HashSet<>();
        containers.forEach(container -> names.add(container.path("name").asText()));
        return names;
    }
}
