package dev.understudy.cluster.kubernetes.record;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import dev.understudy.cluster.kubernetes.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Job that owns what the drill creates. It runs no pod; when its deadline comes the cluster deletes it, and with it
 * everything it owns, though nobody of ours is alive. A Job's deadline may be changed while it runs, so that it follows
 * the record's.
 */
final class GuardJob {
    private static final String EXPIRES = "understudy.dev/expires";
    private static final Duration LEAVING = Duration.ofSeconds(10);

    private final ApiServer server;
    private final InstantSource clock;

    GuardJob(ApiServer server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    /**
     * Makes it stand until the record expires, no shorter than before.
     *
     * @param owner the record's ConfigMap, with which it goes
     */
    void keep(DrillRecord record, ClusterObject owner) {
        Optional<ClusterObject> there = server.find(ref(record));
        if (there.isEmpty()) {
            create(record, owner);
        } else if (of(there.get(), record)) {
            extend(record, there.get());
        } else {
            awaitLeaving(record);
            create(record, owner);
        }
    }

    /** Removes it, if it is this drill's. */
    void remove(DrillRecord record) {
        server.find(ref(record)).filter(j -> of(j, record)).ifPresent(j -> {
            Call call = Call.delete(j.ref(), j.uid());
            Reply reply = server.ask(call);
            if (!reply.ok() && reply.status() != 404 && reply.status() != 409) {
                throw server.failure(call, reply);
            }
        });
    }

    private void create(DrillRecord record, ClusterObject owner) {
        long seconds =
                Math.max(1, Duration.between(clock.instant(), record.expires()).toSeconds() + 1);
        Map<String, Object> template = Map.of(
                "metadata",
                Map.of("labels", Map.of(DrillRecord.LABEL, record.drill())),
                "spec",
                Map.of(
                        "restartPolicy",
                        "Never",
                        "containers",
                        List.of(Map.of("name", "none", "image", "understudy.invalid/none"))));
        Map<String, Object> job = Map.of(
                "apiVersion",
                "batch/v1",
                "kind",
                "Job",
                "metadata",
                Map.of(
                        "name", DrillRecord.GUARD,
                        "namespace", record.namespace(),
                        "labels", Map.of(DrillRecord.LABEL, record.drill()),
                        "annotations", Map.of(EXPIRES, record.expires().toString()),
                        "ownerReferences", List.of(Marks.owner(owner))),
                "spec",
                Map.of(
                        "parallelism",
                        0,
                        "activeDeadlineSeconds",
                        seconds,
                        "ttlSecondsAfterFinished",
                        0,
                        "template",
                        template));
        Call call = Call.create(ResourceType.JOB, record.namespace(), job, RecordsOnApi.as(record));
        Reply reply = server.ask(call);
        boolean ours = reply.status() == 409
                && server.find(ref(record)).filter(j -> of(j, record)).isPresent();
        if (!reply.ok() && !ours) {
            throw server.failure(call, reply);
        }
    }

    private void extend(DrillRecord record, ClusterObject job) {
        Instant until = Instant.parse(PlainJson.text(job.json(), "metadata", "annotations", EXPIRES));
        if (!until.isBefore(record.expires())) {
            return;
        }
        // Counted from the Job's own start by the cluster's clock, so ours may be wrong.
        long seconds = job.number("spec.activeDeadlineSeconds", 0)
                + Duration.between(until, record.expires()).plusMillis(999).toSeconds();
        Map<String, Object> fields = Map.of(
                "metadata",
                Map.of(
                        "resourceVersion", job.resourceVersion(),
                        "annotations", Map.of(EXPIRES, record.expires().toString())),
                "spec",
                Map.of("activeDeadlineSeconds", seconds));
        Call call = Call.merge(job.ref(), fields, RecordsOnApi.as(record));
        Reply reply = server.ask(call);
        if (reply.status() == 409) {
            // the Job controller wrote its status; the deadline we count from is ours alone
            extend(
                    record,
                    server.find(job.ref())
                            .orElseThrow(() -> new ClusterException(Kind.CONFLICT, job.ref() + " is gone")));
        } else if (!reply.ok()) {
            throw server.failure(call, reply);
        }
    }

    /** A guard that was just deleted may still be going. */
    private void awaitLeaving(DrillRecord record) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < LEAVING.toNanos()) {
            Optional<ClusterObject> there = server.find(ref(record));
            if (there.isEmpty()) {
                return;
            }
            if (PlainJson.at(there.get().json(), "metadata", "deletionTimestamp") == null) {
                break;
            }
            ApiServer.pause(Duration.ofMillis(100));
        }
        throw new ClusterException(
                Kind.CONFLICT,
                "a guard of another drill stands in " + record.namespace()
                        + "; if that drill is over: kubectl delete job " + DrillRecord.GUARD + " -n "
                        + record.namespace());
    }

    private static boolean of(ClusterObject job, DrillRecord record) {
        return job.label(DrillRecord.LABEL).equals(Optional.of(record.drill()))
                && PlainJson.at(job.json(), "metadata", "deletionTimestamp") == null;
    }

    private static ObjectRef ref(DrillRecord record) {
        return new ObjectRef(ResourceType.JOB, record.namespace(), DrillRecord.GUARD);
    }
}
