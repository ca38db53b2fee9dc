package dev.understudy.simulated.node.kubelet;

import dev.understudy.simulated.node.kubelet.State.Ended;
import dev.understudy.simulated.node.kubelet.State.Running;
import dev.understudy.simulated.node.kubelet.State.Stop;
import dev.understudy.simulated.node.kubelet.State.Waiting;
import dev.understudy.simulated.store.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes one container as far as it comes by the moment of a look:
 *
 * <pre>
 * waiting --start--> running --end, kill--> ended --not to be restarted
 *    ^  ErrImagePull <-> ImagePullBackOff      |
 *    |  CreateContainerConfigError, ...        |
 *    +------------- CrashLoopBackOff <---------+
 * </pre>
 */
final class ContainerSteps {
    static final String CRASH_LOOP = "CrashLoopBackOff";
    /** For how long the end of a container is seen before it is started again. */
    private static final Duration SEEN = Duration.ofSeconds(1);

    private static final int MOST_STEPS = 8;
    private static final int ENDED_AS_TOLD = 143;
    private static final int KILLED = 137;

    private final Look look;
    private final ContainerSpec spec;

    ContainerSteps(Look look, ContainerSpec spec) {
        this.look = look;
        this.spec = spec;
    }

    /** Moves the container on; it is not started before its turn. */
    Life advance(Life life, boolean mayStart) {
        Life before = life;
        for (int i = 0; i < MOST_STEPS; i++) {
            Life after = step(before, mayStart);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        look.again(look.now());
        return before;
    }

    private Life step(Life life, boolean mayStart) {
        return switch (life.state()) {
            case Waiting waiting -> mayStart ? wake(life, waiting) : life;
            case Running running -> run(life, running);
            case Ended ended -> spec.restartsAfter(ended.code()) ? revive(life, ended) : life;
        };
    }

    private Life wake(Life life, Waiting waiting) {
        boolean otherImage = !life.image().isEmpty() && !life.image().equals(spec.image());
        if (!otherImage && waiting.until().filter(until -> !look.reached(until)).isPresent()) {
            return life;
        }
        Starting starting = new Starting(look, spec);
        if (!otherImage && waiting.reason().equals(Starting.PULL_FAILED)) {
            return starting.backOff(life, waiting);
        }
        Optional<Ended> crash = life.last().filter(_ -> waiting.reason().equals(CRASH_LOOP));
        return starting.attempt(crash.map(ended -> counted(life, ended)).orElse(life));
    }

    private Life revive(Life life, Ended ended) {
        if (!look.reached(ended.at().plus(look.pace().round(SEEN)))) {
            return life;
        }
        if (!life.image().equals(spec.image())) {
            return new Starting(look, spec).attempt(life.withCrashes(BackOff.NONE));
        }
        Instant until = life.crashes().until(ended.at(), look.pace());
        if (!life.crashes().holds(ended.at(), look.pace()) || !until.isAfter(look.now())) {
            return new Starting(look, spec).attempt(counted(life, ended));
        }
        String pod = Meta.name(look.pod()) + "_" + Meta.namespace(look.pod()) + "(" + Meta.uid(look.pod()) + ")";
        look.warn(spec, "BackOff", "Back-off restarting failed container " + spec.name() + " in pod " + pod);
        String message =
                "back-off " + life.crashes().text() + " restarting failed container=" + spec.name() + " pod=" + pod;
        return life.in(new Waiting(CRASH_LOOP, message, Optional.of(until)));
    }

    private Life counted(Life life, Ended ended) {
        return life.withCrashes(life.crashes().next(ended.at(), look.now(), look.pace()));
    }

    private Life run(Life life, Running running) {
        if (running.stop().isPresent()) {
            return stopping(life, running, running.stop().get());
        }
        if (!life.image().equals(spec.image())) {
            return kill(life, running, "Container " + spec.name() + " definition changed, will be restarted");
        }
        Optional<Ending> ending = Ending.of(look, spec, life, running).filter(end -> look.reached(end.at()));
        if (ending.isPresent()) {
            return life.in(running.end(ending.get().code(), ending.get().reason(), look.now()));
        }
        Probing probing = new Probing(look, spec, running);
        Running probed = probing.run();
        return probing.fatal().map(kind -> failed(life, probed, kind)).orElseGet(() -> life.in(probed));
    }

    private Life failed(Life life, Running running, ProbeKind kind) {
        String message = (spec.role() == ContainerSpec.Role.MAIN ? "Container " : "Init container ") + spec.name()
                + " failed " + kind.word() + " probe";
        long grace = kind.of(spec).path("terminationGracePeriodSeconds").asLong(grace());
        return kill(life, running, spec.restartsAfter(KILLED) ? message + ", will be restarted" : message, grace);
    }

    /** Ends a container that was told to when its process has left, or has been given long enough. */
    Life stopping(Life life, Running running, Stop stop) {
        Duration grace = look.pace().of(stop.grace());
        boolean patient = stop.willing().compareTo(grace) <= 0;
        return look.reached(stop.since().plus(patient ? stop.willing() : grace))
                ? life.in(running.end(patient ? ENDED_AS_TOLD : KILLED, "Error", look.now()))
                : life;
    }

    private long grace() {
        return look.pod().path("spec").path("terminationGracePeriodSeconds").asLong(30);
    }

    private Life kill(Life life, Running running, String message) {
        return kill(life, running, message, grace());
    }

    /** Tells a running container to end; one that was told already is only given less time. */
    Life kill(Life life, Running running, String message, long graceSeconds) {
        Duration grace = Duration.ofSeconds(graceSeconds);
        Optional<Stop> told = running.stop();
        if (told.isPresent()) {
            Stop stop = told.get();
            return stop.grace().compareTo(grace) <= 0
                    ? life
                    : life.in(running.ending(new Stop(stop.since(), stop.willing(), grace)));
        }
        look.say(spec, "Killing", message);
        return life.in(running.ending(new Stop(look.now(), Leaving.length(look, spec), grace)));
    }
}
