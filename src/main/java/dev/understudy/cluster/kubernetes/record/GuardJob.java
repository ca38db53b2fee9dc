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
import dev.understudy.cluster.kubernetes.wire.Retries;
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
    private final RecordObjects objects;
    private final InstantSource clock;

    GuardJob(ApiServer server, RecordObjects objects, InstantSource clock) {
        this.server = server;
        this.objects = objects;
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
            extend(record);
        } else {
            awaitLeaving(record);
            create(record, owner);
        }
    }

    /** Removes it, if it is this drill's. */
    void remove(DrillRecord record) {
        objects.remove(ref(record), j -> of(j, record));
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
        objects.put(call, ref(record), j -> of(j, record));
    }

    /** The Job controller writes its status beside us; the deadline we count from is ours alone. */
    private void extend(DrillRecord record) {
        Retries retries = new Retries();
        while (true) {
            ClusterObject job = server.find(ref(record))
                    .orElseThrow(() -> new ClusterException(Kind.CONFLICT, ref(record) + " is gone"));
            if (reaches(job, record)) {
                return;
            }
            try {
                objects.put(extension(job, record), ref(record), now -> reaches(now, record));
                return;
            } catch (ClusterException e) {
                retries.pause(e);
                if (e.kind() != Kind.CONFLICT || !retries.left()) {
                    throw e;
                }
            }
        }
    }

    private static boolean reaches(ClusterObject job, DrillRecord record) {
        return !until(job).isBefore(record.expires());
    }

    private static Instant until(ClusterObject job) {
        return Instant.parse(PlainJson.text(job.json(), "metadata", "annotations", EXPIRES));
    }

    private static Call extension(ClusterObject job, DrillRecord record) {
        // Counted from the Job's own start by the cluster's clock, so ours may be wrong.
        long seconds = job.number("spec.activeDeadlineSeconds", 0)
                + Duration.between(until(job), record.expires()).plusMillis(999).toSeconds();
        Map<String, Object> fields = Map.of(
                "metadata",
                Map.of(
                        "resourceVersion", job.resourceVersion(),
                        "annotations", Map.of(EXPIRES, record.expires().toString())),
                "spec",
                Map.of("activeDeadlineSeconds", seconds));
        return Call.merge(job.ref(), fields, RecordsOnApi.as(record));
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
