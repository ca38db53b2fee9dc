package dev.understudy.simulated.controller.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs Jobs: starts their pods, counts how they end, and says when the work is done or has failed. */
public final class Jobs implements Reconciler {
    static final String COMPONENT = "job-controller";
    static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final InstantSource clock;
    private final Recorder recorder;
    private final Workforce workforce;
    private final Finalizers finalizers;
    private final FailureWaits waits;

    public Jobs(ObjectStore store, InstantSource clock, Pace pace, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.recorder = recorder;
        this.workforce = new Workforce(store, recorder);
        this.finalizers = new Finalizers(store);
        this.waits = new FailureWaits(pace);
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        Set<Key> keys = new LinkedHashSet<>();
        if (event.kind().equals(Kinds.JOB)) {
            keys.add(Key.of(Kinds.JOB, event.object()));
        } else if (event.kind().equals(Kinds.POD)) {
            Marks.controller(event.object())
                    .filter(owner -> owner.is(Kinds.JOB))
                    .ifPresent(owner -> keys.add(Key.of(Kinds.JOB, owner, event.object())));
            if (keys.isEmpty() && Marks.hasFinalizer(event.object(), JobPods.FINALIZER)) {
                keys.add(Key.of(Kinds.POD, event.object()));
            }
        }
        return keys;
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        Optional<ObjectNode> found = store.get(key.kind(), key.namespace(), key.name());
        if (key.kind().equals(Kinds.POD)) {
            found.ifPresent(finalizers::removeFromOrphan);
            return Optional.empty();
        }
        if (found.isEmpty()) {
            abandon(key);
            return Optional.empty();
        }
        ObjectNode job = found.get();
        if (Meta.isTerminating(job)) {
            pods(job, JobSpec.of(job)).tracked().forEach(finalizers::remove);
            return Optional.empty();
        }
        return JobVerdict.finished(job).map(at -> expire(key, job, at)).orElseGet(() -> run(key, job));
    }

    private void abandon(Key key) {
        waits.forget(key);
        store.view(Kinds.POD, key.namespace())
                .filter(pod -> Marks.hasFinalizer(pod, JobPods.FINALIZER))
                .filter(pod -> Marks.controller(pod)
                        .filter(owner -> owner.is(Kinds.JOB) && owner.name().equals(key.name()))
                        .isPresent())
                .toList()
                .forEach(finalizers::removeFromOrphan);
    }

    private Optional<Instant> expire(Key key, ObjectNode job, Instant finished) {
        waits.forget(key);
        Optional<Instant> end = JobSpec.of(job).timeToLive().map(finished::plus);
        if (end.filter(at -> !at.isAfter(clock.instant())).isEmpty()) {
            return end;
        }
        store.delete(Kinds.JOB, Meta.namespace(job), Meta.name(job), Meta.uid(job), "Foreground", 0, WRITER);
        return Optional.empty();
    }

    private Optional<Instant> run(Key key, ObjectNode job) {
        JobSpec spec = JobSpec.of(job);
        ObjectNode status = job.withObjectProperty("status");
        JobPods pods = pods(job, spec);
        Tally tally = Tally.begin(status, pods);
        if (!status.has("startTime") && !spec.suspended()) {
            status.put("startTime", Timestamps.write(clock.instant()));
        }
        var seen = waits.with(
                key, tally.newlySucceeded().size(), tally.newlyFailed().size(), clock.instant());
        JobVerdict verdict = JobVerdict.of(status, pods, tally, clock.instant());
        Optional<Instant> held = waits.until(seen, clock.instant());
        Optional<StatusException> refusal = adjust(job, pods, tally, verdict, held.isPresent());

        JobPods after = pods(job, spec);
        if (!verdict.isEnd()
                && spec.isComplete(tally.succeeded(), after.active().size())) {
            verdict = JobVerdict.complete();
        }
        if (!verdict.isEnd()) {
            suspendOrResume(job, status, spec);
        }
        finish(job, after, tally, verdict);
        waits.keep(key, seen);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        Optional<Instant> deadline = spec.suspended() ? Optional.empty() : JobVerdict.deadline(status, spec);
        return Stream.of(held, deadline).flatMap(Optional::stream).min(Instant::compareTo);
    }

    /** Returns the refusal of the store if a pod could not be created. */
    private Optional<StatusException> adjust(
            ObjectNode job, JobPods pods, Tally tally, JobVerdict verdict, boolean held) {
        JobSpec spec = pods.spec();
        int active = pods.active().size();
        boolean none = verdict.isEnd() || spec.suspended();
        int wanted = none ? 0 : spec.wanted(tally.succeeded(), active);
        List<ObjectNode> surplus = Workforce.surplus(pods, wanted);
        if (!surplus.isEmpty()) {
            workforce.stop(job, surplus);
            return Optional.empty();
        }
        int missing = wanted - active - (spec.replacesFailedOnly() ? pods.terminating() : 0);
        try {
            if (missing > 0 && !held) {
                workforce.start(job, pods, tally, missing);
            }
            return Optional.empty();
        } catch (StatusException refused) {
            return Optional.of(refused);
        }
    }

    private void suspendOrResume(ObjectNode job, ObjectNode status, JobSpec spec) {
        boolean wasSuspended = Condition.isTrue(job, "Suspended");
        if (spec.suspended() && !wasSuspended) {
            put(status, Condition.of("Suspended", true, "JobSuspended", "Job suspended"));
            recorder.record(job, Remark.normal(COMPONENT, "Suspended", "Job suspended"));
            status.remove("startTime");
        } else if (!spec.suspended() && wasSuspended) {
            put(status, Condition.of("Suspended", false, "JobResumed", "Job resumed"));
            recorder.record(job, Remark.normal(COMPONENT, "Resumed", "Job resumed"));
            status.put("startTime", Timestamps.write(clock.instant()));
        }
    }

    private void put(ObjectNode status, Condition condition) {
        ObjectNode written = condition.putInto(status, clock.instant());
        written.set("lastProbeTime", written.get("lastTransitionTime"));
    }

    /** Writes down what has ended, lets it go, and ends the Job when nothing is left to wait for. */
    private void finish(ObjectNode job, JobPods pods, Tally tally, JobVerdict verdict) {
        ObjectNode status = job.withObjectProperty("status");
        boolean failing = verdict.outcome() == JobVerdict.Outcome.FAILING;
        List<ObjectNode> released = tally.note(pods, verdict.isEnd(), failing);
        int active = pods.active().size();
        if (active == 0) {
            status.remove("active");
        } else {
            status.put("active", active);
        }
        status.put("ready", pods.ready()).put("terminating", pods.terminating());
        verdict.announce(status, clock.instant());
        ObjectNode written = store.updateStatus(Kinds.JOB, job, WRITER);
        released.forEach(finalizers::remove);
        boolean over = active == 0 && pods.terminating() == 0 && tally.isSettled();
        if (verdict.isEnd() && over) {
            conclude(written, verdict);
        }
    }

    private void conclude(ObjectNode job, JobVerdict verdict) {
        verdict.conclude(job.withObjectProperty("status"), clock.instant());
        store.updateStatus(Kinds.JOB, job, WRITER);
        Remark remark = verdict.outcome() == JobVerdict.Outcome.FAILING
                ? Remark.warning(COMPONENT, verdict.reason(), verdict.message())
                : Remark.normal(COMPONENT, "Completed", "Job completed");
        recorder.record(job, remark);
    }

    private JobPods pods(ObjectNode job, JobSpec spec) {
        return new JobPods(
                store.view(Kinds.POD, Meta.namespace(job))
                        .filter(pod -> Marks.controlledBy(pod, job))
                        .toList(),
                spec);
    }

    @Override
    public String toString() {
        return COMPONENT;
    }
}
