package dev.understudy.simulated.controller.revision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.reconcile.Claim;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The history of the templates of one kind of workload. The newest revision is the workload's present template: a
 * template that returns from the past is not written again but gets the highest number.
 */
public final class TemplateHistory {
    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final Kind ownerKind;
    private final String hashLabel;
    private final Claim claim;

    /**
     * @param ownerKind the kind of workload
     * @param hashLabel the label of a revision that carries its hash
     */
    public TemplateHistory(ObjectStore store, Kind ownerKind, String hashLabel) {
        this.store = store;
        this.ownerKind = ownerKind;
        this.hashLabel = hashLabel;
        this.claim = new Claim(store, ownerKind, Kinds.CONTROLLER_REVISION, WRITER);
    }

    /**
     * Returns every revision of a workload, oldest first, the last of which is its present template. Where two templates
     * met under one name, {@code status.collisionCount} of the given copy is counted up.
     */
    public List<TemplateRevision> upToDate(ObjectNode owner) {
        List<TemplateRevision> known = new ArrayList<>(claim.view(owner).stream()
                .map(TemplateRevision::new)
                .sorted(TemplateRevision.OLDEST_FIRST)
                .toList());
        long last = known.isEmpty() ? 0 : known.getLast().number();
        Optional<TemplateRevision> same = known.reversed().stream()
                .filter(revision -> revision.restores(owner))
                .findFirst();
        if (same.isEmpty()) {
            known.add(make(owner, last + 1));
        } else if (!same.get().equals(known.getLast())) {
            known.remove(same.get());
            known.add(renumbered(same.get(), last + 1));
        }
        return known;
    }

    private TemplateRevision renumbered(TemplateRevision revision, long number) {
        ObjectNode next = revision.object().deepCopy();
        next.put("revision", number);
        return new TemplateRevision(store.update(Kinds.CONTROLLER_REVISION, next, WRITER));
    }

    private TemplateRevision make(ObjectNode owner, long number) {
        while (true) {
            int collisions = owner.path("status").path("collisionCount").asInt();
            ObjectNode draft = TemplateRevision.draft(ownerKind, owner, hashLabel, collisions, number);
            try {
                return new TemplateRevision(store.create(Kinds.CONTROLLER_REVISION, draft, WRITER));
            } catch (StatusException refused) {
                if (!refused.reason().equals("AlreadyExists")) {
                    throw refused;
                }
                owner.withObjectProperty("status").put("collisionCount", collisions + 1);
            }
        }
    }

    /**
     * Forgets the oldest revisions.
     *
     * @param live tells which revisions pods still have or the workload still names; these stay and are not counted
     * @param limit how many others stay
     */
    public void forgetOldest(List<TemplateRevision> revisions, Predicate<TemplateRevision> live, int limit) {
        List<TemplateRevision> past = revisions.stream().filter(live.negate()).toList();
        past.stream()
                .limit(Math.max(0, past.size() - limit))
                .map(TemplateRevision::object)
                .forEach(revision -> store.delete(
                        Kinds.CONTROLLER_REVISION,
                        Meta.namespace(revision),
                        Meta.name(revision),
                        Meta.uid(revision),
                        "Background",
                        0,
                        WRITER));
    }

    /** Returns the hash that a revision is named after. */
    public String hash(TemplateRevision revision) {
        return revision.object().path("metadata").path("labels").path(hashLabel).asText();
    }
}
