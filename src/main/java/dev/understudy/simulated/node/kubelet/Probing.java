package dev.understudy.simulated.node.kubelet;

import dev.understudy.simulated.node.kubelet.State.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes the probes of a running container that are due, and finds out when the next one can matter. */
final class Probing {
    private static final int EVERY_TEN_SECONDS = 10;

    private final Look look;
    private final ContainerSpec spec;
    private final Running running;
    private Probes probes;
    private Optional<ProbeKind> fatal = Optional.empty();

    Probing(Look look, ContainerSpec spec, Running running) {
        this.look = look;
        this.spec = spec;
        this.running = running;
        this.probes = running.probes();
    }

    /** Returns the container as its probes leave it. */
    Running run() {
        boolean started = running.started();
        if (!started) {
            started = isDeclared(ProbeKind.STARTUP) ? probe(ProbeKind.STARTUP) : true;
        }
        if (!started) {
            return running.probed(false, false, probes);
        }
        if (isDeclared(ProbeKind.LIVENESS)) {
            probe(ProbeKind.LIVENESS);
        }
        return running.probed(true, isReady(), probes);
    }

    /** Returns the kind of probe that has failed so often that the container must be restarted. */
    Optional<ProbeKind> fatal() {
        return fatal;
    }

    private boolean isReady() {
        if (isDeclared(ProbeKind.READINESS)) {
            return probe(ProbeKind.READINESS);
        }
        Probe process = question(ProbeKind.READINESS);
        process.nextChange(look.now()).ifPresent(look::again);
        return process.isWell(look.now(), look.around());
    }

    private boolean isDeclared(ProbeKind kind) {
        return !kind.of(spec).isMissingNode();
    }

    private Probe question(ProbeKind kind) {
        return new Probe(kind, spec, look.pod(), running);
    }

    private boolean probe(ProbeKind kind) {
        Probe question = question(kind);
        Duration period = look.pace().round(Duration.ofSeconds(question.seconds("periodSeconds", EVERY_TEN_SECONDS)));
        ProbeRun run = probes.of(kind).orElseGet(() -> begin(kind, question));
        run = run.watched() && !run.next().isAfter(look.now())
                ? ask(kind, question, run, period)
                : run.after(look.now(), period);
        run = plan(kind, question, run, period);
        probes = probes.with(kind, run);
        return run.well();
    }

    private ProbeRun begin(ProbeKind kind, Probe question) {
        Duration delay = look.pace().of(Duration.ofSeconds(question.seconds("initialDelaySeconds", 0)));
        Duration boot = look.pace().podReady();
        Instant first = running.since().plus(delay.compareTo(boot) > 0 ? delay : boot);
        // what had to wait for the startup probe is asked as soon as that has passed
        return ProbeRun.begin(kind == ProbeKind.LIVENESS, first.isBefore(look.now()) ? look.now() : first);
    }

    /** Asks at each moment that has come, until nothing can change any more. */
    private ProbeRun ask(ProbeKind kind, Probe question, ProbeRun before, Duration period) {
        ProbeRun run = before;
        while (!run.next().isAfter(look.now()) && fatal.isEmpty() && !isCalm(kind, question, run)) {
            switch (question.at(run.next(), look.around())) {
                case Finding.Well() -> run = run.count(true, question.threshold(true), period);
                case Finding.Unwell(String why) -> {
                    look.warn(spec, "Unhealthy", kind.title() + " probe failed: " + why);
                    run = run.count(false, question.threshold(false), period);
                    if (kind != ProbeKind.READINESS && run.times() >= question.threshold(false)) {
                        fatal = Optional.of(kind);
                    }
                }
                case Finding.Unknown(String why) -> {
                    String state = " probe errored and resulted in unknown state: ";
                    look.warn(spec, "Unhealthy", kind.title() + state + why);
                    run = run.skip(period);
                }
            }
            if (kind == ProbeKind.STARTUP && run.well()) {
                return run;
            }
        }
        return run.next().isAfter(look.now()) ? run : run.after(look.now(), period);
    }

    private ProbeRun plan(ProbeKind kind, Probe question, ProbeRun run, Duration period) {
        if (fatal.isPresent() || (kind == ProbeKind.STARTUP && run.well())) {
            return run.watching(false);
        }
        if (!isCalm(kind, question, run)) {
            look.again(run.next());
            return run.watching(true);
        }
        Optional<Instant> change = question.nextChange(look.now());
        if (change.isEmpty()) {
            return run.watching(false);
        }
        ProbeRun later = run.after(change.get().minusNanos(1), period).watching(true);
        look.again(later.next());
        return later;
    }

    /** Tells whether the next probe would find what the last ones found, so that it need not be made. */
    private boolean isCalm(ProbeKind kind, Probe question, ProbeRun run) {
        boolean settled = run.last() == run.well() && (run.well() || run.times() >= question.threshold(false));
        return switch (question.at(run.next(), look.around())) {
            case Finding.Unknown _ -> run.times() > 0 && run.last() == run.well();
            case Finding.Well() -> kind != ProbeKind.STARTUP && settled && run.well();
            case Finding.Unwell _ -> kind == ProbeKind.READINESS && settled && !run.well();
        };
    }
}
