package dev.understudy.simulated.controller.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.PodTemplate;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;

/** The pods that a Job makes. */
final class PodDraft {
    static final String INDEX = "batch.kubernetes.io/job-completion-index";
    private static final String VARIABLE = "JOB_COMPLETION_INDEX";

    private PodDraft() {}

    /** Returns a pod that is not stored yet. */
    static ObjectNode of(ObjectNode job) {
        ObjectNode pod = PodTemplate.pod(Kinds.JOB, job);
        ArrayNode finalizers = Meta.of(pod).withArrayProperty("finalizers");
        if (finalizers.valueStream().noneMatch(held -> held.asText().equals(JobPods.FINALIZER))) {
            finalizers.add(JobPods.FINALIZER);
        }
        return pod;
    }

    /** Returns a pod for one completion of an indexed Job. */
    static ObjectNode of(ObjectNode job, int index) {
        ObjectNode pod = of(job);
        String number = Integer.toString(index);
        Meta.of(pod).put("generateName", Meta.name(job) + "-" + number + "-");
        Meta.of(pod).withObjectProperty("annotations").put(INDEX, number);
        Meta.of(pod).withObjectProperty("labels").put(INDEX, number);
        ObjectNode spec = pod.withObjectProperty("spec");
        spec.put("hostname", Meta.name(job) + "-" + number);
        for (String list : new String[] {"initContainers", "containers"}) {
            for (JsonNode container : spec.path(list)) {
                tell((ObjectNode) container);
            }
        }
        return pod;
    }

    private static void tell(ObjectNode container) {
        ArrayNode variables = container.withArrayProperty("env");
        if (variables
                .valueStream()
                .anyMatch(variable -> variable.path("name").asText().equals(VARIABLE))) {
            return;
        }
        variables
                .addObject()
                .put("name", VARIABLE)
                .putObject("valueFrom")
                .putObject("fieldRef")
                .put("fieldPath", "metadata.labels['" + INDEX + "']");
    }
}
