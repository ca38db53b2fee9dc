package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;

/** What a kubelet tells people about the containers of a pod. */
final class KubeletEvents {
    private final Recorder recorder;

    KubeletEvents(Recorder recorder) {
        this.recorder = recorder;
    }

    void started(ObjectNode pod) {
        for (JsonNode container : pod.path("spec").path("containers")) {
            String name = container.path("name").asText();
            String image = container.path("image").asText();
            say(pod, name, false, "Pulled", "Container image \"" + image + "\" already present on machine");
            say(pod, name, false, "Created", "Created container: " + name);
            say(pod, name, false, "Started", "Started container " + name);
        }
    }

    void stopping(ObjectNode pod) {
        Containers.names(pod).forEach(name -> say(pod, name, false, "Killing", "Stopping container " + name));
    }

    void pullFailed(ObjectNode pod) {
        for (JsonNode container : pod.path("spec").path("containers")) {
            String name = container.path("name").asText();
            String image = container.path("image").asText();
            Images.problem(image).ifPresent(problem -> {
                say(pod, name, false, "Pulling", "Pulling image \"" + image + "\"");
                say(pod, name, true, "Failed", "Failed to pull image \"" + image + "\": " + problem);
                say(pod, name, true, "Failed", "Error: ErrImagePull");
            });
        }
    }

    void backedOff(ObjectNode pod) {
        for (JsonNode container : pod.path("spec").path("containers")) {
            String name = container.path("name").asText();
            String image = container.path("image").asText();
            if (Images.problem(image).isPresent()) {
                say(pod, name, false, "BackOff", "Back-off pulling image \"" + image + "\"");
                say(pod, name, true, "Failed", "Error: ImagePullBackOff");
            }
        }
    }

    private void say(ObjectNode pod, String container, boolean warning, String reason, String message) {
        String node = pod.path("spec").path("nodeName").asText();
        recorder.record(pod, new Remark("kubelet", node, container, warning, reason, message));
    }
}
