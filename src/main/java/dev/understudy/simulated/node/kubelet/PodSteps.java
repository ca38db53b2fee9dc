package dev.understudy.simulated.node.kubelet;

import dev.understudy.simulated.node.kubelet.ContainerSpec.Role;
import dev.understudy.simulated.node.kubelet.State.Running;
import dev.understudy.simulated.store.Meta;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes a pod as far as it comes by the moment of a look. A function of what the kubelet remembers, the pod, its
 * surroundings and the moment; what comes of it besides is in the {@link Look}.
 */
final class PodSteps {
    private static final String DEADLINE = "DeadlineExceeded";
    private static final String TOO_LONG = "Pod was active on the node longer than the specified deadline";

    private final Look look;
    private final List<ContainerSpec> specs;

    PodSteps(Look look) {
        this.look = look;
        this.specs = ContainerSpec.of(look.pod());
    }

    PodRun advance(PodRun run) {
        if (Meta.isTerminating(look.pod())) {
            return stop(
                    run,
                    look.pod()
                            .path("metadata")
                            .path("deletionGracePeriodSeconds")
                            .asLong());
        }
        PodRun checked = run.failure().isEmpty() ? deadline(run) : run;
        if (checked.failure().isPresent()) {
            return stop(
                    checked,
                    look.pod()
                            .path("spec")
                            .path("terminationGracePeriodSeconds")
                            .asLong(30));
        }
        PodRun begun = checked.begun() ? checked : begin(checked);
        return begun.begun() ? begun.with(containers(begun)) : begun;
    }

    private PodRun deadline(PodRun run) {
        long seconds = look.pod().path("spec").path("activeDeadlineSeconds").asLong();
        if (seconds == 0 || !look.reached(run.since().plusSeconds(seconds))) {
            return run;
        }
        look.tell(DEADLINE, TOO_LONG);
        return run.failed(new PodRun.Failure(DEADLINE, TOO_LONG));
    }

    /** Gives the pod its volumes, then lets it begin. */
    private PodRun begin(PodRun run) {
        if (!look.reached(run.since().plus(look.pace().podStart()))) {
            return run;
        }
        Optional<String> missing = ConfigNeeds.volumes(look.pod(), look.around());
        if (missing.isEmpty()) {
            return run.started();
        }
        BackOff wait = run.mounts();
        Instant next = wait.until(wait.updated(), look.pace());
        if (!wait.length().isZero() && !look.reached(next)) {
            return run;
        }
        look.warn("FailedMount", missing.get());
        BackOff longer = wait.next(look.now(), look.now(), look.pace());
        look.again(longer.until(look.now(), look.pace()));
        return run.withMounts(longer);
    }

    private Map<String, Life> containers(PodRun run) {
        Map<String, Life> lives = new LinkedHashMap<>(run.lives());
        boolean initialised = specs.stream().anyMatch(spec -> spec.role() == Role.MAIN && hasLived(run.life(spec)));
        boolean turn = true;
        for (ContainerSpec spec : specs) {
            Life life = run.life(spec);
            if (spec.role() == Role.INIT && (initialised || life.hasCompleted())) {
                continue;
            }
            Life next = new ContainerSteps(look, spec).advance(life, turn);
            lives.put(spec.name(), next);
            turn &= initialised || lets(spec, next);
        }
        return isDone(lives) ? withoutSidecars(run, lives) : lives;
    }

    private static boolean hasLived(Life life) {
        return life.isRunning()
                || life.restarts() > 0
                || life.last().isPresent()
                || life.state() instanceof State.Ended;
    }

    /** Tells whether the next container may be started. */
    private static boolean lets(ContainerSpec spec, Life life) {
        return switch (spec.role()) {
            case INIT -> life.hasCompleted();
            case SIDECAR -> life.isStarted();
            case MAIN -> true;
        };
    }

    private boolean isDone(Map<String, Life> lives) {
        return specs.stream()
                .filter(spec -> spec.role() == Role.MAIN)
                .allMatch(spec -> lives.containsKey(spec.name())
                        && Objects.requireNonNull(lives.get(spec.name())).isOver(spec));
    }

    /** The work is done: what only accompanied it is ended, and not started again. */
    private Map<String, Life> withoutSidecars(PodRun before, Map<String, Life> after) {
        Map<String, Life> lives = new LinkedHashMap<>(after);
        for (ContainerSpec spec : specs) {
            if (spec.role() == Role.SIDECAR) {
                Life life = before.life(spec);
                lives.put(spec.name(), stop(spec, life, 30));
            }
        }
        return lives;
    }

    private PodRun stop(PodRun run, long graceSeconds) {
        Map<String, Life> lives = new LinkedHashMap<>();
        for (ContainerSpec spec : specs) {
            lives.put(spec.name(), stop(spec, run.life(spec), graceSeconds));
        }
        return run.with(lives);
    }

    private Life stop(ContainerSpec spec, Life life, long graceSeconds) {
        if (!(life.state() instanceof Running running)) {
            return life;
        }
        ContainerSteps steps = new ContainerSteps(look, spec);
        Life told = steps.kill(life, running, "Stopping container " + spec.name(), graceSeconds);
        return told.state() instanceof Running ending && ending.stop().isPresent()
                ? steps.stopping(told, ending, ending.stop().get())
                : told;
    }
}
