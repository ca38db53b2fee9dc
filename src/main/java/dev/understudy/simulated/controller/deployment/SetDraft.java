package dev.understudy.simulated.controller.deployment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import java.util.Set;

/** What a Deployment writes into the ReplicaSet of its present template. */
final class SetDraft {
    private static final String HISTORY = "deployment.kubernetes.io/revision-history";
    private static final Set<String> NOT_COPIED = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            OwnedSet.REVISION,
            OwnedSet.DESIRED,
            OwnedSet.MOST,
            HISTORY);

    private SetDraft() {}

    /** Returns a set that is not stored yet. */
    static ObjectNode of(Rollout rollout) {
        ObjectNode deployment = rollout.deployment();
        ObjectNode template = deployment.path("spec").path("template").deepCopy();
        String hash = TemplateHash.of(
                template, deployment.path("status").path("collisionCount").asInt());
        template.withObjectProperty("metadata").withObjectProperty("labels").put(TemplateHash.LABEL, hash);

        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.put("apiVersion", Kinds.REPLICA_SET.apiVersion()).put("kind", Kinds.REPLICA_SET.kind());
        ObjectNode metadata = set.putObject("metadata");
        metadata.put("name", Meta.name(deployment) + "-" + hash).put("namespace", Meta.namespace(deployment));
        metadata.set("labels", Marks.labels(template).deepCopy());
        Owner.controlling(Kinds.DEPLOYMENT, deployment).addTo(set);

        ObjectNode spec = set.putObject("spec");
        spec.put("replicas", Sizes.ofNew(rollout.spec(), rollout.sets()));
        ObjectNode selector = deployment.path("spec").path("selector").deepCopy();
        selector.withObjectProperty("matchLabels").put(TemplateHash.LABEL, hash);
        spec.set("selector", selector);
        spec.set("template", template);
        refresh(set, deployment, rollout.sets().nextRevision());
        Scaling.note(set, rollout.spec());
        return set;
    }

    /** Copies what follows the Deployment without a rollout: annotations, revision, {@code minReadySeconds}. */
    static void refresh(ObjectNode set, ObjectNode deployment, long revision) {
        deployment.path("metadata").path("annotations").properties().stream()
                .filter(annotation -> !NOT_COPIED.contains(annotation.getKey()))
                .forEach(annotation -> Marks.annotate(
                        set, annotation.getKey(), annotation.getValue().asText()));
        long before = new OwnedSet(set).revision();
        if (before < revision) {
            Marks.annotate(set, OwnedSet.REVISION, Long.toString(revision));
        }
        if (before > 0 && before < revision) {
            // rolled back to: the numbers it had before stay on record
            String history = Marks.annotation(set, HISTORY);
            Marks.annotate(set, HISTORY, history.isEmpty() ? Long.toString(before) : history + "," + before);
        }
        int minReady = deployment.path("spec").path("minReadySeconds").asInt();
        if (minReady != set.path("spec").path("minReadySeconds").asInt()) {
            set.withObjectProperty("spec").put("minReadySeconds", minReady);
        }
    }
}
