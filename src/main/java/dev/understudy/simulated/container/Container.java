package dev.understudy.simulated.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One container of a pod: a main one, one that initialises the pod, or one added for debugging.
 *
 * @param pod the pod as it is now
 * @param spec the container's part of the pod's spec
 * @param status the container's part of the pod's status, missing when the kubelet has not reported it
 */
public record Container(ObjectNode pod, JsonNode spec, JsonNode status) {
    /** Its place in the spec and in the status. */
    private enum Place {
        INIT("initContainers", "initContainerStatuses"),
        MAIN("containers", "containerStatuses"),
        EPHEMERAL("ephemeralContainers", "ephemeralContainerStatuses");

        private final String spec;
        private final String status;

        Place(String spec, String status) {
            this.spec = spec;
            this.status = status;
        }
    }

    /** Returns every container of a pod: those that initialise it first. */
    public static List<Container> all(ObjectNode pod) {
        List<Container> all = new ArrayList<>();
        for (Place place : Place.values()) {
            JsonNode statuses = pod.path("status").path(place.status);
            pod.path("spec")
                    .path(place.spec)
                    .forEach(spec -> all.add(new Container(
                            pod, spec, named(statuses, spec.path("name").asText()))));
        }
        return all;
    }

    /** Returns the container with a name. */
    public static Optional<Container> find(ObjectNode pod, String name) {
        return all(pod).stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public String name() {
        return spec.path("name").asText();
    }

    public String image() {
        return spec.path("image").asText();
    }

    /** What programs inside take for the name of their machine. */
    public String hostname() {
        String own = pod.path("spec").path("hostname").asText("");
        boolean ofNode = pod.path("spec").path("hostNetwork").asBoolean();
        String otherwise = ofNode ? pod.path("spec").path("nodeName").asText() : Meta.name(pod);
        return own.isEmpty() ? otherwise : own;
    }

    /** Tells one start of it from the next. */
    String life() {
        return status.path("containerID").asText("")
                + status.path("restartCount").asInt();
    }

    public boolean isRunning() {
        return status.path("state").has("running");
    }

    /** Tells whether it was added to the pod for debugging. */
    public boolean isEphemeral() {
        return !named(pod.path("spec").path(Place.EPHEMERAL.spec), name()).isMissingNode();
    }

    /** Whether somebody may type into its main process. */
    public boolean takesInput() {
        return spec.path("stdin").asBoolean();
    }

    private static JsonNode named(JsonNode list, String name) {
        for (JsonNode each : list) {
            if (each.path("name").asText().equals(name)) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }
}
