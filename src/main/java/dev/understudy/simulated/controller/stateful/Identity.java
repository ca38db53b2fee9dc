package dev.understudy.simulated.controller.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.controller.revision.TemplateRevision;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodTemplate;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.util.HashSet;
import java.util.Set;

/** What makes a pod this pod of this set: its name, its labels, its host name and the claims that it mounts. */
final class Identity {
    private static final String POD_NAME = "statefulset.kubernetes.io/pod-name";
    private static final String POD_INDEX = "apps.kubernetes.io/pod-index";

    private Identity() {}

    static String podName(ObjectNode set, int ordinal) {
        return Meta.name(set) + "-" + ordinal;
    }

    /** Returns a pod that is not stored yet. */
    static ObjectNode draft(ObjectNode set, TemplateRevision revision, int ordinal) {
        ObjectNode templated = set.deepCopy();
        templated.withObjectProperty("spec").set("template", revision.template());
        ObjectNode pod = PodTemplate.pod(Kinds.STATEFUL_SET, templated);
        Meta.of(pod).put("name", podName(set, ordinal));
        label(pod, ordinal).put(Member.REVISION, revision.name());
        ObjectNode spec = pod.withObjectProperty("spec");
        spec.put("hostname", podName(set, ordinal));
        spec.put("subdomain", set.path("spec").path("serviceName").asText());
        mountClaims(set, spec, ordinal);
        return pod;
    }

    /** Tells whether somebody has taken a label away by which the pod is known. */
    static boolean isLost(Member member) {
        return !Marks.label(member.pod(), POD_NAME).equals(member.name());
    }

    /** Gives a copy of the pod its labels back. */
    static void restore(ObjectNode pod, int ordinal) {
        label(pod, ordinal);
    }

    private static ObjectNode label(ObjectNode pod, int ordinal) {
        return Meta.of(pod)
                .withObjectProperty("labels")
                .put(POD_NAME, Meta.name(pod))
                .put(POD_INDEX, Integer.toString(ordinal));
    }

    private static void mountClaims(ObjectNode set, ObjectNode podSpec, int ordinal) {
        Set<String> claimed = new HashSet<>();
        ArrayNode volumes = JsonNodeFactory.instance.arrayNode();
        for (JsonNode template : set.path("spec").path("volumeClaimTemplates")) {
            String name = template.path("metadata").path("name").asText();
            claimed.add(name);
            volumes.addObject()
                    .put("name", name)
                    .putObject("persistentVolumeClaim")
                    .put("claimName", SetClaims.claimName(set, name, ordinal));
        }
        for (JsonNode volume : podSpec.path("volumes")) {
            if (!claimed.contains(volume.path("name").asText())) {
                volumes.add(volume);
            }
        }
        if (!volumes.isEmpty()) {
            podSpec.set("volumes", volumes);
        }
    }
}
