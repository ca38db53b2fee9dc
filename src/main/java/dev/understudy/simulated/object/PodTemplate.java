package dev.understudy.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Meta;

/** Makes pods from the template of the object that controls them. */
public final class PodTemplate {
    private PodTemplate() {}

    /** Returns a pod that is not stored yet, named after its owner by {@code generateName}. */
    public static ObjectNode pod(Kind ownerKind, ObjectNode owner) {
        JsonNode template = owner.path("spec").path("template");
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata");
        metadata.put("generateName", Meta.name(owner) + "-").put("namespace", Meta.namespace(owner));
        for (String field : new String[] {"labels", "annotations", "finalizers"}) {
            if (template.path("metadata").has(field)) {
                metadata.set(field, template.path("metadata").path(field).deepCopy());
            }
        }
        Owner.controlling(ownerKind, owner).addTo(pod);
        pod.set("spec", template.path("spec").deepCopy());
        return pod;
    }
}
