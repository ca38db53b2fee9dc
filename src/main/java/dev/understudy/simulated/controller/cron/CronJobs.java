package dev.understudy.simulated.controller.cron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts a Job at each time of each CronJob's schedule. Schedules are those of the wall clock, whatever the pace. */
public final class CronJobs implements Reconciler {
    private static final String COMPONENT = "cronjob-controller";
    private static final Writer WRITER = Writer.updating("kube-controller-manager");
    /** Above this many missed times something is wrong, and people are told. */
    private static final int MANY = 100;

    private static final DateTimeFormatter RFC_1123 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final ObjectStore store;
    private final InstantSource clock;
    private final Recorder recorder;

    public CronJobs(ObjectStore store, InstantSource clock, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.recorder = recorder;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.CRON_JOB)) {
            return List.of(Key.of(Kinds.CRON_JOB, event.object()));
        }
        if (!event.kind().equals(Kinds.JOB)) {
            return List.of();
        }
        return Marks.controller(event.object())
                .filter(owner -> owner.is(Kinds.CRON_JOB))
                .map(owner -> List.of(Key.of(Kinds.CRON_JOB, owner, event.object())))
                .orElse(List.of());
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        return store.get(key.kind(), key.namespace(), key.name()).flatMap(this::reconcile);
    }

    private Optional<Instant> reconcile(ObjectNode cronJob) {
        CronSpec spec = CronSpec.of(cronJob);
        OwnedJobs jobs = new OwnedJobs(store.view(Kinds.JOB, Meta.namespace(cronJob))
                .filter(job -> Marks.controlledBy(job, cronJob))
                .toList());
        ObjectNode status = cronJob.withObjectProperty("status");
        ActiveList active = new ActiveList(status);
        forgetOldest(cronJob, spec, jobs, active);
        follow(cronJob, jobs, active);
        Optional<Instant> next =
                Meta.isTerminating(cronJob) || spec.suspended() ? Optional.empty() : start(cronJob, spec, active);
        store.updateStatus(Kinds.CRON_JOB, cronJob, WRITER);
        return next;
    }

    private void forgetOldest(ObjectNode cronJob, CronSpec spec, OwnedJobs jobs, ActiveList active) {
        Stream.concat(
                        jobs.surplus(OwnedJobs::succeeded, spec.keptSucceeded()).stream(),
                        jobs.surplus(OwnedJobs::failed, spec.keptFailed()).stream())
                .filter(job -> !Meta.isTerminating(job))
                .forEach(job -> delete(cronJob, active, Meta.name(job), Meta.uid(job)));
    }

    private void delete(ObjectNode cronJob, ActiveList active, String name, String uid) {
        store.delete(Kinds.JOB, Meta.namespace(cronJob), name, uid, "Background", 0, WRITER);
        active.remove(uid);
        say(cronJob, Remark.normal(COMPONENT, "SuccessfulDelete", "Deleted job " + name));
    }

    /** Brings the list of active Jobs up to date. */
    private void follow(ObjectNode cronJob, OwnedJobs jobs, ActiveList active) {
        ObjectNode status = cronJob.withObjectProperty("status");
        for (ObjectNode job : jobs.all()) {
            boolean listed = active.contains(Meta.uid(job));
            if (OwnedJobs.finished(job)) {
                if (listed) {
                    active.remove(Meta.uid(job));
                    String condition = OwnedJobs.succeeded(job) ? "Complete" : "Failed";
                    String message = "Saw completed job: " + Meta.name(job) + ", condition: " + condition;
                    say(cronJob, Remark.normal(COMPONENT, "SawCompletedJob", message));
                }
                noteSuccess(status, job);
            } else if (!listed && !Meta.isTerminating(job)) {
                String message = "Saw a job that the controller did not create or forgot: " + Meta.name(job);
                say(cronJob, Remark.warning(COMPONENT, "UnexpectedJob", message));
            }
        }
        for (JsonNode listed : active.entries()) {
            if (!jobs.uids().contains(listed.path("uid").asText())) {
                active.remove(listed.path("uid").asText());
                String message =
                        "Active job went missing: " + listed.path("name").asText();
                say(cronJob, Remark.normal(COMPONENT, "MissingJob", message));
            }
        }
    }

    private static void noteSuccess(ObjectNode status, ObjectNode job) {
        Optional<Instant> completed = Timestamps.read(job.path("status").path("completionTime"));
        Optional<Instant> known = Timestamps.read(status.path("lastSuccessfulTime"));
        completed
                .filter(at -> known.isEmpty() || at.isAfter(known.get()))
                .ifPresent(at -> status.put("lastSuccessfulTime", Timestamps.write(at)));
    }

    /** Starts the Job that is due, if there is one, and returns when the next will be. */
    private Optional<Instant> start(ObjectNode cronJob, CronSpec spec, ActiveList active) {
        DueTimes due = DueTimes.of(cronJob, spec, clock.instant());
        if (due.count() > MANY) {
            String message = "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check"
                    + " clock skew";
            say(cronJob, Remark.warning(COMPONENT, "TooManyMissedTimes", message));
        }
        due.missed().filter(time -> mayStart(cronJob, spec, active, time)).ifPresent(time -> {
            if (spec.concurrency() == CronSpec.Concurrency.REPLACE) {
                for (JsonNode listed : active.entries()) {
                    delete(
                            cronJob,
                            active,
                            listed.path("name").asText(),
                            listed.path("uid").asText());
                }
            }
            create(cronJob, spec, active, time);
        });
        return due.next();
    }

    private boolean mayStart(ObjectNode cronJob, CronSpec spec, ActiveList active, Instant time) {
        boolean tooLate = spec.startingDeadline()
                .map(time::plus)
                .filter(clock.instant()::isAfter)
                .isPresent();
        if (tooLate) {
            String when = RFC_1123.format(time.atZone(ZoneOffset.UTC));
            say(cronJob, Remark.warning(COMPONENT, "MissSchedule", "Missed scheduled time to start a job: " + when));
            return false;
        }
        if (spec.concurrency() == CronSpec.Concurrency.FORBID && !active.isEmpty()) {
            String message = "Not starting job because prior execution is running and concurrency policy is Forbid";
            say(cronJob, Remark.normal(COMPONENT, "JobAlreadyActive", message));
            return false;
        }
        return true;
    }

    private void create(ObjectNode cronJob, CronSpec spec, ActiveList active, Instant time) {
        ObjectNode draft = JobDraft.of(cronJob, time, spec.zone());
        try {
            ObjectNode job = store.create(Kinds.JOB, draft, WRITER);
            active.add(job);
            say(cronJob, Remark.normal(COMPONENT, "SuccessfulCreate", "Created job " + Meta.name(job)));
        } catch (StatusException refused) {
            if (!refused.reason().equals("AlreadyExists")) {
                String message = "Error creating job: " + refused.getMessage();
                say(cronJob, Remark.warning(COMPONENT, "FailedCreate", message));
                throw refused;
            }
            // made before, and the status lost: it is listed again
            store.get(Kinds.JOB, Meta.namespace(draft), Meta.name(draft))
                    .filter(job -> Marks.controlledBy(job, cronJob) && !OwnedJobs.finished(job))
                    .ifPresent(active::add);
        }
        cronJob.withObjectProperty("status").put("lastScheduleTime", Timestamps.write(time));
    }

    private void say(ObjectNode cronJob, Remark remark) {
        recorder.record(cronJob, remark);
    }

    @Override
    public String toString() {
        return COMPONENT;
    }
}
