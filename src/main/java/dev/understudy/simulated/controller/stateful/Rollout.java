package dev.understudy.simulated.controller.stateful;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.controller.revision.TemplateRevision;
import java.util.List;

/**
 * A StatefulSet with its history.
 *
 * @param current the revision that all pods had when the last update was complete
 * @param revisions all of them, oldest first; the last is the present template
 */
record Rollout(ObjectNode set, SetSpec spec, TemplateRevision current, List<TemplateRevision> revisions) {
    static Rollout of(ObjectNode set, SetSpec spec, List<TemplateRevision> revisions) {
        String named = set.path("status").path("currentRevision").asText();
        TemplateRevision current = revisions.stream()
                .filter(revision -> revision.name().equals(named))
                .findFirst()
                .orElse(revisions.getLast());
        return new Rollout(set, spec, current, revisions);
    }

    TemplateRevision update() {
        return revisions.getLast();
    }

    /** Returns the revision from which a lost pod is made again. */
    TemplateRevision revisionFor(int ordinal) {
        int old = set.path("status").path("currentReplicas").asInt();
        return spec.keepsOld(ordinal, old) ? current : update();
    }
}
