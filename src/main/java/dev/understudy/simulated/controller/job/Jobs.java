package dev.understudy.simulated.controller.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodTemplate;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Runs Jobs. A pod counts while it exists: a succeeded pod that somebody deletes is run again, whereas a real cluster
 * remembers it.
 */
public final class Jobs implements Reconciler {
    private static final String COMPONENT = "job-controller";
    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final InstantSource clock;
    private final Recorder recorder;

    public Jobs(ObjectStore store, InstantSource clock, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.recorder = recorder;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.JOB)) {
            return List.of(Key.of(Kinds.JOB, event.object()));
        }
        if (event.kind().equals(Kinds.POD)) {
            return Marks.controller(event.object())
                    .filter(owner -> owner.is(Kinds.JOB))
                    .map(owner -> List.of(Key.of(Kinds.JOB, owner, event.object())))
                    .orElse(List.of());
        }
        return List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        return store.get(key.kind(), key.namespace(), key.name())
                .filter(job -> !Meta.isTerminating(job))
                .flatMap(job ->
                        JobVerdict.finished(job).map(at -> expire(job, at)).orElseGet(() -> run(job)));
    }

    private Optional<Instant> expire(ObjectNode job, Instant finished) {
        Optional<Instant> end = JobSpec.of(job).timeToLive().map(finished::plus);
        if (end.filter(at -> !at.isAfter(clock.instant())).isEmpty()) {
            return end;
        }
        store.delete(Kinds.JOB, Meta.namespace(job), Meta.name(job), Meta.uid(job), "Background", 0, WRITER);
        return Optional.empty();
    }

    private Optional<Instant> run(ObjectNode job) {
        JobSpec spec = JobSpec.of(job);
        ObjectNode status = job.withObjectProperty("status");
        suspendOrStart(job, status, spec);
        JobPods pods = pods(job);
        JobVerdict verdict = JobVerdict.of(status, spec, pods, clock.instant());
        boolean going = spec.suspended() || verdict.outcome() != JobVerdict.Outcome.RUNNING;
        adjust(
                job,
                pods,
                going ? 0 : spec.wanted(pods.succeeded(), pods.active().size()));

        JobPods after = pods(job);
        boolean podsGone = after.active().isEmpty() && after.terminating() == 0;
        verdict.writeTo(status, podsGone, clock.instant());
        count(
                status,
                after,
                verdict.outcome() == JobVerdict.Outcome.FAILING ? pods.active().size() : 0);
        store.updateStatus(Kinds.JOB, job, WRITER);
        if (podsGone) {
            announce(job, verdict);
        }
        return spec.suspended() ? Optional.empty() : JobVerdict.deadline(status, spec);
    }

    private void suspendOrStart(ObjectNode job, ObjectNode status, JobSpec spec) {
        boolean wasSuspended = Condition.isTrue(job, "Suspended");
        if (spec.suspended()) {
            if (!wasSuspended) {
                Condition.of("Suspended", true, "JobSuspended", "Job suspended").putInto(status, clock.instant());
                recorder.record(job, Remark.normal(COMPONENT, "Suspended", "Job suspended"));
            }
            status.remove("startTime");
            return;
        }
        if (wasSuspended) {
            Condition.of("Suspended", false, "JobResumed", "Job resumed").putInto(status, clock.instant());
            recorder.record(job, Remark.normal(COMPONENT, "Resumed", "Job resumed"));
        }
        if (!status.has("startTime")) {
            status.put("startTime", Timestamps.write(clock.instant()));
        }
    }

    private JobPods pods(ObjectNode job) {
        return new JobPods(store.view(Kinds.POD, Meta.namespace(job))
                .filter(pod -> Marks.controlledBy(pod, job))
                .toList());
    }

    private void adjust(ObjectNode job, JobPods pods, int wanted) {
        List<ObjectNode> active = pods.active();
        active.stream().limit(Math.max(0, active.size() - wanted)).forEach(pod -> {
            store.delete(Kinds.POD, Meta.namespace(pod), Meta.name(pod), Meta.uid(pod), "Background", -1, WRITER);
            recorder.record(job, Remark.normal(COMPONENT, "SuccessfulDelete", "Deleted pod: " + Meta.name(pod)));
        });
        for (int i = active.size(); i < wanted; i++) {
            String name = Meta.name(store.create(Kinds.POD, PodTemplate.pod(Kinds.JOB, job), WRITER));
            recorder.record(job, Remark.normal(COMPONENT, "SuccessfulCreate", "Created pod: " + name));
        }
    }

    /** Pods that a failing Job takes away count as failed, and stay counted when they are gone. */
    private static void count(ObjectNode status, JobPods pods, int abandoned) {
        put(status, "active", pods.active().size());
        put(status, "succeeded", pods.succeeded());
        put(status, "failed", Math.max(status.path("failed").asInt(), pods.failed() + abandoned));
        status.put("ready", pods.ready()).put("terminating", pods.terminating());
        status.putObject("uncountedTerminatedPods");
    }

    private static void put(ObjectNode status, String field, int count) {
        if (count == 0) {
            status.remove(field);
        } else {
            status.put(field, count);
        }
    }

    private void announce(ObjectNode job, JobVerdict verdict) {
        switch (verdict.outcome()) {
            case RUNNING -> {
                // its pods speak for it
            }
            case FAILING -> recorder.record(job, Remark.warning(COMPONENT, verdict.reason(), verdict.message()));
            case COMPLETE -> recorder.record(job, Remark.normal(COMPONENT, "Completed", "Job completed"));
        }
    }

    @Override
    public String toString() {
        return COMPONENT;
    }
}
