package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.field.PatchDraft;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes the revision that a changed pod template left behind, once nothing uses it: a later {@code kubectl rollout
 * undo} would roll back to the fault. Pods of a StatefulSet that the fault broke are removed first; its controller waits
 * for them to become ready, for ever.
 *
 * <p>A revision was made by the fault when it belongs to the workload, is younger than every revision that was there
 * when the change was previewed, was not used before that, and its template is one of before with our values in it.
 */
final class FaultRevisions {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final ApiServer server;
    private final Duration settle;

    /** @param settle how long to wait for the revision to fall out of use */
    FaultRevisions(ApiServer server, Duration settle) {
        this.server = server;
        this.settle = settle;
    }

    /** Returns the number of a workload's newest revision; {@code 0} when there is none yet. */
    String newest(ClusterObject workload) {
        return String.valueOf(
                all(workload).stream().mapToLong(Revision::number).max().orElse(0));
    }

    /** Returns a remark about what could not be removed. */
    Optional<String> remove(Change.Edit edit) {
        if (edit.revision().isEmpty()) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        List<Revision> left = List.of();
        try {
            do {
                Optional<ClusterObject> live =
                        server.find(edit.object()).filter(o -> o.uid().equals(edit.uid()) && back(edit, o));
                if (live.isEmpty()) {
                    return Optional.empty();
                }
                if (observed(live.get())) {
                    left = still(edit, live.get());
                    if (left.isEmpty()) {
                        return Optional.empty();
                    }
                }
                ApiServer.pause(LOOK);
            } while (System.nanoTime() - start < settle.toNanos());
        } catch (ClusterException e) {
            return Optional.of("the revision that the fault made could not be removed: " + e.getMessage());
        }
        return left.stream()
                .map(r -> r.ref() + " of the fault is still in use; afterwards: " + KubectlCommand.delete(r.ref()))
                .reduce((a, b) -> a + "; " + b);
    }

    /** Removes what can go now and returns the rest. */
    private List<Revision> still(Change.Edit edit, ClusterObject live) {
        List<Revision> left = new ArrayList<>();
        for (Revision made : made(edit, live)) {
            if (used(made, live)) {
                left.add(made);
            } else {
                delete(made.ref(), made.uid());
            }
        }
        return left;
    }

    private List<Revision> made(Change.Edit edit, ClusterObject live) {
        long planned = Long.parseLong(edit.revision());
        List<Revision> all = all(live);
        List<Object> before = new ArrayList<>();
        before.add(Revision.comparable(PlainJson.at(live.json(), "spec")));
        all.stream().filter(r -> r.was(planned)).map(Revision::template).forEach(before::add);
        return all.stream()
                // the undo of another fault of the same template goes back to this one, and gives it one more number
                .filter(r -> r.number() > planned && r.history().stream().allMatch(h -> h > planned))
                .filter(r -> before.stream().anyMatch(t -> PlainJson.same(r.template(), faulty(edit, t))))
                .toList();
    }

    private static Object faulty(Change.Edit edit, Object template) {
        PatchDraft draft = new PatchDraft(Map.of("spec", Map.of("template", template)));
        edit.templateEdits().forEach(e -> draft.put(e.path(), e.after(), steps -> false));
        return Revision.comparable(PlainJson.at(draft.result(), "spec"));
    }

    private static boolean back(Change.Edit edit, ClusterObject live) {
        List<FieldEdit> edits = edit.templateEdits();
        return edits.stream().allMatch(e -> Writes.shows(live, e, e.before()));
    }

    /** Tells whether the controller has seen the template that is there now: else it would make the old pod again. */
    private static boolean observed(ClusterObject live) {
        return live.number("status.observedGeneration", 0) >= live.number("metadata.generation", 0);
    }

    private boolean used(Revision revision, ClusterObject live) {
        if (revision.ref().type().equals(ResourceType.REPLICA_SET)) {
            return positive(revision.json(), "spec") || positive(revision.json(), "status");
        }
        String name = revision.ref().name();
        boolean current = List.of("currentRevision", "updateRevision").stream()
                .anyMatch(f -> name.equals(PlainJson.text(live.json(), "status", f)));
        return removeBroken(name, live) || current;
    }

    /** Removes a StatefulSet's pods of a revision that are not ready; tells whether there were pods of it at all. */
    private boolean removeBroken(String revision, ClusterObject live) {
        List<Map<String, Object>> pods = items(ResourceType.POD, live).stream()
                .filter(p -> Owners.controller(p).equals(live.uid()))
                .filter(p -> of(revision, live, PlainJson.text(p, "metadata", "labels", "controller-revision-hash")))
                .toList();
        pods.stream()
                .filter(p -> !ready(p) && PlainJson.at(p, "metadata", "deletionTimestamp") == null)
                .forEach(p -> delete(
                        new ObjectRef(ResourceType.POD, live.ref().namespace(), PlainJson.text(p, "metadata", "name")),
                        PlainJson.text(p, "metadata", "uid")));
        return !pods.isEmpty();
    }

    /** A StatefulSet's pods carry the name of their revision, a DaemonSet's only the end of it. */
    private static boolean of(String revision, ClusterObject live, String hash) {
        return revision.equals(hash) || revision.equals(live.ref().name() + "-" + hash);
    }

    private static boolean ready(Map<String, Object> pod) {
        return PlainJson.objects(PlainJson.at(pod, "status", "conditions")).stream()
                .anyMatch(c -> "Ready".equals(c.get("type")) && "True".equals(c.get("status")));
    }

    private static boolean positive(Map<String, Object> replicaSet, String part) {
        return PlainJson.at(replicaSet, part, "replicas") instanceof Number n && n.longValue() > 0;
    }

    private List<Revision> all(ClusterObject workload) {
        ResourceType type = workload.ref().type().equals(ResourceType.DEPLOYMENT)
                ? ResourceType.REPLICA_SET
                : ResourceType.REVISION;
        return items(type, workload).stream()
                .map(json -> Revision.of(type, workload.ref().namespace(), json))
                .flatMap(Optional::stream)
                .filter(r -> r.ownedBy(workload.uid()))
                .toList();
    }

    private Collection<Map<String, Object>> items(ResourceType type, ClusterObject workload) {
        return PlainJson.objects(server.demand(Call.list(type, workload.ref().namespace(), Map.of()))
                .get("items"));
    }

    private void delete(ObjectRef object, String uid) {
        Call call = Call.delete(object, uid);
        var reply = server.ask(call);
        if (!reply.ok() && reply.status() != 404 && reply.status() != 409) {
            throw server.failure(call, reply);
        }
    }
}
