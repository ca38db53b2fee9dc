package dev.understudy.simulated.controller.revision;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.ContentHash;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.util.Comparator;

/**
 * One ControllerRevision: a pod template as it once was, kept as the patch that brings it back.
 *
 * @param object the stored object
 */
public record TemplateRevision(ObjectNode object) {
    /** The order of history: by number; equal numbers by age. */
    static final Comparator<TemplateRevision> OLDEST_FIRST = Comparator.comparingLong(TemplateRevision::number)
            .thenComparing(revision -> Marks.created(revision.object()))
            .thenComparing(TemplateRevision::name);

    private static final String DIRECTIVE = "$patch";

    public String name() {
        return Meta.name(object);
    }

    /** Returns the place in history, 1 for the first. */
    public long number() {
        return object.path("revision").asLong();
    }

    /** Returns a copy of the pod template. */
    public ObjectNode template() {
        ObjectNode template = object.path("data").path("spec").path("template").deepCopy();
        template.remove(DIRECTIVE);
        return template;
    }

    boolean restores(ObjectNode owner) {
        return object.path("data").equals(data(owner));
    }

    private static ObjectNode data(ObjectNode owner) {
        ObjectNode template = owner.path("spec").path("template").deepCopy();
        template.put(DIRECTIVE, "replace");
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putObject("spec").set("template", template);
        return data;
    }

    /** Drafts a revision of the owner's present template, named after its content. */
    static ObjectNode draft(Kind ownerKind, ObjectNode owner, String hashLabel, int collisions, long number) {
        ObjectNode data = data(owner);
        String hash = ContentHash.of(data, collisions);
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.put("apiVersion", Kinds.CONTROLLER_REVISION.apiVersion()).put("kind", Kinds.CONTROLLER_REVISION.kind());
        ObjectNode metadata = draft.putObject("metadata");
        metadata.put("name", Meta.name(owner) + "-" + hash).put("namespace", Meta.namespace(owner));
        if (Marks.labels(owner.path("spec").path("template")) instanceof ObjectNode labels) {
            metadata.set("labels", labels.deepCopy());
        }
        metadata.withObjectProperty("labels").put(hashLabel, hash);
        if (owner.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            metadata.set("annotations", annotations.deepCopy());
        }
        Owner.controlling(ownerKind, owner).addTo(draft);
        draft.set("data", data);
        draft.put("revision", number);
        return draft;
    }
}
