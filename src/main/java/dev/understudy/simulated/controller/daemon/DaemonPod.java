package dev.understudy.simulated.controller.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodTemplate;
import dev.understudy.simulated.store.Kinds;
import java.util.Map;

/** The pods of a DaemonSet: each is made for one node, and stays through the troubles of that node. */
final class DaemonPod {
    static final String HASH = "controller-revision-hash";
    private static final String GENERATION = "pod-template-generation";
    private static final String SET_GENERATION = "deprecated.daemonset.template.generation";
    private static final String NAME_FIELD = "metadata.name";
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    /** Taints that the pods of every DaemonSet tolerate, with their effects. */
    private static final Map<String, String> TOLERATED = Map.of(
            "node.kubernetes.io/not-ready", "NoExecute",
            "node.kubernetes.io/unreachable", "NoExecute",
            "node.kubernetes.io/disk-pressure", "NoSchedule",
            "node.kubernetes.io/memory-pressure", "NoSchedule",
            "node.kubernetes.io/pid-pressure", "NoSchedule",
            "node.kubernetes.io/unschedulable", "NoSchedule");

    private DaemonPod() {}

    /** Returns a pod for a node that is not stored yet. */
    static ObjectNode draft(ObjectNode set, String hash, String node) {
        ObjectNode pod = PodTemplate.pod(Kinds.DAEMON_SET, set);
        ObjectNode labels = pod.withObjectProperty("metadata").withObjectProperty("labels");
        labels.put(HASH, hash);
        labels.put(GENERATION, generation(set));
        ObjectNode spec = pod.withObjectProperty("spec");
        tolerate(spec);
        ObjectNode required = spec.withObjectProperty("affinity")
                .withObjectProperty("nodeAffinity")
                .withObjectProperty(REQUIRED);
        ObjectNode field = required.putArray("nodeSelectorTerms")
                .addObject()
                .putArray("matchFields")
                .addObject();
        field.put("key", NAME_FIELD).put("operator", "In").putArray("values").add(node);
        return pod;
    }

    /** Adds the tolerations that the pods of every DaemonSet have. */
    static void tolerate(ObjectNode podSpec) {
        ArrayNode tolerations = podSpec.withArrayProperty("tolerations");
        TOLERATED.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(taint -> put(tolerations, taint.getKey(), taint.getValue()));
        if (podSpec.path("hostNetwork").asBoolean()) {
            put(tolerations, "node.kubernetes.io/network-unavailable", "NoSchedule");
        }
    }

    private static void put(ArrayNode tolerations, String key, String effect) {
        for (int i = tolerations.size() - 1; i >= 0; i--) {
            JsonNode present = tolerations.get(i);
            boolean same = present.path("key").asText().equals(key)
                    && present.path("effect").asText().equals(effect)
                    && present.path("operator").asText().equals("Exists");
            if (same) {
                tolerations.remove(i);
            }
        }
        tolerations.addObject().put("effect", effect).put("key", key).put("operator", "Exists");
    }

    /** Returns the node that the pod is on or was made for, empty when nobody can tell. */
    static String node(JsonNode pod) {
        String bound = pod.path("spec").path("nodeName").asText();
        if (!bound.isEmpty()) {
            return bound;
        }
        for (JsonNode term : pod.at("/spec/affinity/nodeAffinity/" + REQUIRED + "/nodeSelectorTerms")) {
            for (JsonNode field : term.path("matchFields")) {
                if (field.path("key").asText().equals(NAME_FIELD)) {
                    return field.path("values").path(0).asText();
                }
            }
        }
        return "";
    }

    /** Tells whether a pod has the set's present template. */
    static boolean isUpdated(ObjectNode set, ObjectNode pod, String hash) {
        return Marks.label(pod, HASH).equals(hash)
                || Marks.label(pod, GENERATION).equals(generation(set));
    }

    private static String generation(ObjectNode set) {
        return Marks.annotation(set, SET_GENERATION);
    }
}
