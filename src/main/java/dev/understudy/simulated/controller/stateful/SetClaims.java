package dev.understudy.simulated.controller.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StatusException;
import java.util.ArrayList;
import java.util.List;

/** The PersistentVolumeClaims of a StatefulSet's pods: made before the pod, kept or given away by the set's policy. */
final class SetClaims {
    private final ObjectStore store;
    private final Recorder recorder;

    SetClaims(ObjectStore store, Recorder recorder) {
        this.store = store;
        this.recorder = recorder;
    }

    static String claimName(ObjectNode set, String template, int ordinal) {
        return template + "-" + Identity.podName(set, ordinal);
    }

    /**
     * Makes the claims of a pod that are not there.
     *
     * @throws StatusException when one cannot be made, or is on its way out
     */
    void make(ObjectNode set, int ordinal) {
        for (JsonNode template : set.path("spec").path("volumeClaimTemplates")) {
            ObjectNode draft = draft(set, template, ordinal);
            var found = store.get(Kinds.VOLUME_CLAIM, Meta.namespace(set), Meta.name(draft));
            if (found.isEmpty()) {
                create(set, draft, ordinal);
            } else if (Meta.isTerminating(found.get())) {
                throw new StatusException(409, "Conflict", "pvc " + Meta.name(draft) + " is being deleted");
            }
        }
    }

    private void create(ObjectNode set, ObjectNode draft, int ordinal) {
        String who = "Claim " + Meta.name(draft);
        String where = "Pod " + Identity.podName(set, ordinal) + " in StatefulSet " + Meta.name(set);
        try {
            store.create(Kinds.VOLUME_CLAIM, draft, StatefulSets.WRITER);
            String message = "Create " + who + " " + where + " success";
            recorder.record(set, Remark.normal(StatefulSets.COMPONENT, "SuccessfulCreate", message));
        } catch (StatusException refused) {
            String message = "Create " + who + " for " + where + " failed error: " + refused.getMessage();
            recorder.record(set, Remark.warning(StatefulSets.COMPONENT, "FailedCreate", message));
            throw new StatusException(
                    refused.code(),
                    refused.reason(),
                    "failed to create PVC " + Meta.name(draft) + ": " + refused.getMessage());
        }
    }

    private static ObjectNode draft(ObjectNode set, JsonNode template, int ordinal) {
        ObjectNode claim = JsonNodeFactory.instance.objectNode();
        claim.put("apiVersion", "v1").put("kind", Kinds.VOLUME_CLAIM.kind());
        ObjectNode metadata = claim.putObject("metadata");
        String name = template.path("metadata").path("name").asText();
        metadata.put("name", claimName(set, name, ordinal)).put("namespace", Meta.namespace(set));
        for (String marks : List.of("labels", "annotations")) {
            if (template.path("metadata").path(marks) instanceof ObjectNode found) {
                metadata.set(marks, found.deepCopy());
            }
        }
        set.path("spec")
                .path("selector")
                .path("matchLabels")
                .properties()
                .forEach(label -> metadata.withObjectProperty("labels").set(label.getKey(), label.getValue()));
        claim.set("spec", template.path("spec").deepCopy());
        return claim;
    }

    /** Tells whether a claim still belongs to an earlier pod of this name, so that a new one has to wait. */
    boolean isStale(ObjectNode set, SetSpec spec, int ordinal) {
        return spec.claimsGoWithPod()
                && present(set, ordinal).stream()
                        .flatMap(claim -> Marks.owners(claim).stream())
                        .anyMatch(owner -> refersTo(owner, Kinds.POD, Identity.podName(set, ordinal)));
    }

    /** Writes into the claims of a pod what has to go for them to go, as the set's policy says. */
    void assign(ObjectNode set, SetSpec spec, Member member) {
        for (ObjectNode claim : present(set, member.ordinal())) {
            if (isForeign(claim, set, member)) {
                continue;
            }
            List<Owner> before = Marks.owners(claim);
            List<Owner> after = owners(before, set, spec, member);
            if (!after.equals(before)) {
                Owner.remove(claim, _ -> true);
                after.forEach(owner -> owner.addTo(claim));
                store.update(Kinds.VOLUME_CLAIM, claim, StatefulSets.WRITER);
            }
        }
    }

    private static List<Owner> owners(List<Owner> before, ObjectNode set, SetSpec spec, Member member) {
        List<Owner> after = new ArrayList<>(before);
        after.removeIf(owner ->
                refersTo(owner, Kinds.STATEFUL_SET, Meta.name(set)) || refersTo(owner, Kinds.POD, member.name()));
        boolean leaving = !spec.wants(member.ordinal());
        if (leaving && spec.claimsGoWithPod()) {
            after.add(Owner.controlling(Kinds.POD, member.pod()));
        } else if (spec.claimsGoWithSet()) {
            after.add(Owner.controlling(Kinds.STATEFUL_SET, set));
        }
        return after;
    }

    /** A claim of a namesake that is gone, or of another controller, is not touched. */
    private static boolean isForeign(ObjectNode claim, ObjectNode set, Member member) {
        return Marks.owners(claim).stream().anyMatch(owner -> {
            if (refersTo(owner, Kinds.STATEFUL_SET, Meta.name(set))) {
                return !owner.uid().equals(Meta.uid(set));
            }
            if (refersTo(owner, Kinds.POD, member.name())) {
                return !owner.uid().equals(Meta.uid(member.pod()));
            }
            return owner.controller();
        });
    }

    private static boolean refersTo(Owner owner, Kind kind, String name) {
        return owner.is(kind) && owner.name().equals(name);
    }

    private List<ObjectNode> present(ObjectNode set, int ordinal) {
        List<ObjectNode> claims = new ArrayList<>();
        for (JsonNode template : set.path("spec").path("volumeClaimTemplates")) {
            String name = template.path("metadata").path("name").asText();
            store.get(Kinds.VOLUME_CLAIM, Meta.namespace(set), claimName(set, name, ordinal))
                    .ifPresent(claims::add);
        }
        return claims;
    }
}
