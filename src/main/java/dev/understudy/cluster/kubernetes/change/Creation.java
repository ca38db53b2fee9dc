package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.kubernetes.field.ManagedFields;
import dev.understudy.cluster.kubernetes.record.Marks;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import dev.understudy.cluster.kubernetes.wire.Reply;
import dev.understudy.cluster.kubernetes.wire.Retries;
import dev.understudy.cluster.kubernetes.wire.StatusFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates an object that carries our mark and goes with the guard, and deletes only what carries that mark. */
final class Creation {
    private final ApiServer server;
    private final Experiment experiment;

    /** @param patience how long the controller of an experiment is given */
    Creation(ApiServer server, Duration patience) {
        this.server = server;
        this.experiment = new Experiment(server, patience);
    }

    /** Asks the server whether it would take the object; the guard does not stand yet. */
    Change.Create preview(Change.Create create, String manager) {
        Call call = call(create, manager, Optional.empty()).with("dryRun", "All");
        server.demand(call);
        return create;
    }

    /** Creates the object, and waits for what its controller makes of it; what that does not take on is taken back. */
    Applied apply(Change.Create create, String manager) {
        Applied applied = create(create, manager);
        if (!(applied instanceof Applied.Made) || !Experiment.is(create.object())) {
            return applied;
        }
        return experiment
                .awaitInjected(create.object())
                .<Applied>map(why -> {
                    Undone back = undo(create);
                    if (back.result() == UndoResult.FAILED) {
                        throw new ClusterException(ClusterException.Kind.UNAVAILABLE, why + " And: " + back.detail());
                    }
                    return new Applied.Refused(create, why);
                })
                .orElse(applied);
    }

    private Applied create(Change.Create create, String manager) {
        boolean sent = false;
        Retries retries = new Retries();
        while (true) {
            try {
                Optional<ClusterObject> there = server.find(create.object());
                if (there.isPresent()) {
                    return ours(there.get(), create.mark())
                            ? new Applied.Made(create)
                            : new Applied.Refused(create, create.object() + " is there already and not ours");
                }
                Optional<ClusterObject> guard = guard(create.object(), manager);
                if (guard.isEmpty() && create.object().type().namespaced()) {
                    return new Applied.Refused(
                            create,
                            "no guard of this drill stands in "
                                    + create.object().namespace() + ": nothing would remove the object if we died");
                }
                Call call = call(create, manager, guard);
                sent = true;
                Reply reply = server.ask(call);
                if (reply.ok()) {
                    return new Applied.Made(create);
                }
                if (reply.status() < 500 && reply.status() != 409 && reply.status() != 429) {
                    return new Applied.Refused(create, StatusFailure.words(call, reply));
                }
                if (!retries.left()) {
                    throw server.failure(call, reply);
                }
                retries.pause();
            } catch (ClusterException e) {
                if (!sent) {
                    return new Applied.Refused(create, e.getMessage());
                }
                retries.pause(e);
                if (!retries.left()) {
                    throw Writes.unknown(create.object() + " was created", e);
                }
            }
        }
    }

    Undone undo(Change.Create create) {
        boolean sent = false;
        Retries retries = new Retries();
        String trouble = "it is still there";
        boolean passing = true;
        while (retries.left()) {
            try {
                Optional<ClusterObject> there = server.find(create.object());
                if (there.isEmpty()) {
                    return sent
                            ? done(create, UndoResult.UNDONE, null, create.object() + " is deleted again")
                            : done(create, UndoResult.GONE, null, create.object() + " is no more");
                }
                if (!ours(there.get(), create.mark())) {
                    String by = ManagedFields.of(there.get()).entries().stream()
                            .map(e -> e.manager())
                            .findFirst()
                            .orElse("unknown");
                    return done(
                            create, UndoResult.DIVERGED, by, create.object() + " does not carry our mark: left alone");
                }
                Call call = Call.delete(create.object(), there.get().uid());
                Reply reply = server.ask(call);
                sent = true;
                if (!reply.ok()
                        && reply.status() < 500
                        && !List.of(404, 409, 429).contains(reply.status())) {
                    trouble = server.failure(call, reply).getMessage();
                    passing = false;
                    break;
                }
                if (Experiment.is(create.object()) && reply.ok()) {
                    Optional<String> stuck = experiment.awaitRecovered(create.object());
                    if (stuck.isPresent()) {
                        trouble = stuck.get();
                        break;
                    }
                } else if (server.find(create.object()).isPresent()) {
                    retries.pause();
                }
            } catch (ClusterException e) {
                trouble = e.getMessage();
                passing = e.passing();
                retries.pause(e);
            }
        }
        return Undone.failed(
                create.redacted(), trouble + "; to finish: " + KubectlCommand.delete(create.object()), passing);
    }

    private Call call(Change.Create create, String manager, Optional<ClusterObject> guard) {
        Map<String, Object> object = PlainJson.object(PlainJson.copy(create.manifest()));
        Map<String, Object> metadata = PlainJson.object(object.get("metadata"));
        metadata.put("labels", with(metadata.get("labels"), DrillRecord.LABEL, Marks.drill(manager)));
        metadata.put("annotations", with(metadata.get("annotations"), Marks.MARK, create.mark()));
        guard.ifPresent(g -> metadata.put("ownerReferences", List.of(Marks.owner(g))));
        object.put("metadata", metadata);
        return Call.create(create.object().type(), create.object().namespace(), object, Writes.as(manager));
    }

    private Optional<ClusterObject> guard(ObjectRef object, String manager) {
        if (!object.type().namespaced()) {
            return Optional.empty();
        }
        return server.find(new ObjectRef(ResourceType.JOB, object.namespace(), DrillRecord.GUARD))
                .filter(g -> g.label(DrillRecord.LABEL).equals(Optional.of(Marks.drill(manager))));
    }

    private static Map<String, Object> with(@Nullable Object map, String key, String value) {
        Map<String, Object> more = PlainJson.object(map);
        more.put(key, value);
        return more;
    }

    private static boolean ours(ClusterObject object, String mark) {
        return mark.equals(PlainJson.text(object.json(), "metadata", "annotations", Marks.MARK));
    }

    private static Undone done(Change.Create create, UndoResult result, @Nullable String by, String detail) {
        return new Undone(create.redacted(), result, by, detail);
    }
}
