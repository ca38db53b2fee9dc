package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.store.Meta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the states of a pod's containers into its status. */
final class Containers {
    private Containers() {}

    /** Returns the names of the pod's containers, in order. */
    static List<String> names(ObjectNode pod) {
        var names = new ArrayList<String>();
        pod.path("spec")
                .path("containers")
                .forEach(container -> names.add(container.path("name").asText()));
        return names;
    }

    static List<String> images(ObjectNode pod) {
        var images = new ArrayList<String>();
        pod.path("spec")
                .path("containers")
                .forEach(container -> images.add(container.path("image").asText()));
        return images;
    }

    static boolean running(ObjectNode pod) {
        return pod.path("status")
                .path("containerStatuses")
                .path(0)
                .path("state")
                .has("running");
    }

    /** Returns why the first waiting container waits, empty when none does. */
    static String waitingFor(ObjectNode pod) {
        for (JsonNode status : pod.path("status").path("containerStatuses")) {
            JsonNode waiting = status.path("state").path("waiting");
            if (!waiting.isMissingNode() && !waiting.path("reason").asText().equals("ContainerCreating")) {
                return waiting.path("reason").asText();
            }
        }
        return "";
    }

    static void creating(ObjectNode pod) {
        for (ObjectNode status : fresh(pod)) {
            status.withObjectProperty("state").putObject("waiting").put("reason", "ContainerCreating");
        }
    }

    /** Lets the containers whose image cannot be pulled wait for a reason; the others go on being created. */
    static void unpulled(ObjectNode pod, String reason) {
        creating(pod);
        for (JsonNode status : pod.path("status").path("containerStatuses")) {
            String image = status.path("image").asText();
            Images.problem(image).ifPresent(problem -> {
                String message = reason.equals("ErrImagePull")
                        ? problem
                        : "Back-off pulling image \"" + image + "\": ErrImagePull: " + problem;
                ((ObjectNode) status)
                        .withObjectProperty("state")
                        .putObject("waiting")
                        .put("reason", reason)
                        .put("message", message);
            });
        }
    }

    static void run(ObjectNode pod, Instant now) {
        for (ObjectNode status : fresh(pod)) {
            status.withObjectProperty("state").putObject("running").put("startedAt", Timestamps.write(now));
            status.put("imageID", Images.id(status.path("image").asText()));
            status.put("started", true);
            String container = Meta.uid(pod) + "/" + status.path("name").asText();
            status.put("containerID", "simulated://" + Images.digest(container));
        }
    }

    static void ready(ObjectNode pod, boolean ready) {
        pod.path("status")
                .path("containerStatuses")
                .forEach(status -> ((ObjectNode) status)
                        .put("ready", ready && status.path("state").has("running")));
    }

    private static List<ObjectNode> fresh(ObjectNode pod) {
        var statuses = pod.withObjectProperty("status").putArray("containerStatuses");
        var made = new ArrayList<ObjectNode>();
        for (JsonNode container : pod.path("spec").path("containers")) {
            ObjectNode status = statuses.addObject();
            status.put("name", container.path("name").asText())
                    .put("image", container.path("image").asText())
                    .put("imageID", "")
                    .put("ready", false)
                    .put("restartCount", 0)
                    .put("started", false);
            status.putObject("state");
            status.putObject("lastState");
            made.add(status);
        }
        return made;
    }
}
