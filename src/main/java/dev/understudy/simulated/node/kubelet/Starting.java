package dev.understudy.simulated.node.kubelet;

import dev.understudy.simulated.node.kubelet.State.Running;
import dev.understudy.simulated.node.kubelet.State.Waiting;
import dev.understudy.simulated.store.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Attempts to start a container: its image, its configuration, then its process. */
final class Starting {
    static final String PULL_FAILED = "ErrImagePull";
    private static final String PULL_BACK_OFF = "ImagePullBackOff";
    private static final String NO_CONFIG = "CreateContainerConfigError";
    /** For how long a failed pull is seen before the kubelet says that it waits. */
    private static final Duration SEEN = Duration.ofSeconds(2);

    private final Look look;
    private final ContainerSpec spec;

    Starting(Look look, ContainerSpec spec) {
        this.look = look;
        this.spec = spec;
    }

    /** Returns the container running, or waiting for what is missing. */
    Life attempt(Life life) {
        Optional<Images.Problem> image =
                Images.problem(spec.image(), spec.json().path("imagePullPolicy").asText());
        if (image.isPresent()) {
            return unpulled(life, image.get());
        }
        return ConfigNeeds.variables(look.pod(), spec, look.around())
                .map(missing -> unconfigured(life, missing))
                .orElseGet(() -> start(life));
    }

    private Life unpulled(Life life, Images.Problem problem) {
        if (problem.reason().equals(PULL_FAILED)) {
            return pullFailed(life, problem.message());
        }
        Waiting stuck = Waiting.forever(problem.reason(), problem.message());
        if (!life.state().equals(stuck)) {
            String first = problem.reason().equals("InvalidImageName") ? "InspectFailed" : problem.reason();
            look.warn(spec, first, problem.message());
            look.warn(spec, "Failed", "Error: " + problem.reason());
        }
        return life.in(stuck).withPulls(BackOff.NONE, spec.image());
    }

    private Life pullFailed(Life life, String why) {
        look.say(spec, "Pulling", "Pulling image \"" + spec.image() + "\"");
        look.warn(spec, "Failed", "Failed to pull image \"" + spec.image() + "\": " + why);
        look.warn(spec, "Failed", "Error: " + PULL_FAILED);
        BackOff before = life.image().equals(spec.image()) ? life.pulls() : BackOff.NONE;
        Instant seen = look.now().plus(look.pace().round(SEEN));
        return life.in(new Waiting(PULL_FAILED, why, Optional.of(seen)))
                .withPulls(before.next(look.now(), look.now(), look.pace()), spec.image());
    }

    /** The pull has just failed; the next one waits. */
    Life backOff(Life life, Waiting failed) {
        String message = "Back-off pulling image \"" + spec.image() + "\"";
        look.say(spec, "BackOff", message);
        look.warn(spec, "Failed", "Error: " + PULL_BACK_OFF);
        Instant until = life.pulls().until(life.pulls().updated(), look.pace());
        return life.in(
                new Waiting(PULL_BACK_OFF, message + ": " + PULL_FAILED + ": " + failed.message(), Optional.of(until)));
    }

    private Life unconfigured(Life life, String missing) {
        Waiting stuck = Waiting.forever(NO_CONFIG, missing);
        if (!life.state().equals(stuck)) {
            pulled();
            look.warn(spec, "Failed", "Error: " + missing);
        }
        return life.in(stuck).withPulls(BackOff.NONE, spec.image());
    }

    private void pulled() {
        if (spec.json().path("imagePullPolicy").asText().equals("Always")) {
            look.say(spec, "Pulling", "Pulling image \"" + spec.image() + "\"");
            look.say(
                    spec,
                    "Pulled",
                    "Successfully pulled image \"" + spec.image()
                            + "\" in 400ms (400ms including waiting). Image size: 31457280 bytes.");
        } else {
            look.say(
                    spec,
                    "Pulled",
                    "Container image \"" + spec.image()
                            + "\" already present on machine and can be accessed by the pod");
        }
    }

    private Life start(Life life) {
        pulled();
        look.say(spec, "Created", "Container created");
        look.say(spec, "Started", "Container started");
        String id = Images.digest(Meta.uid(look.pod()) + "/" + spec.name() + "/" + look.now());
        boolean started = ProbeKind.STARTUP.of(spec).isMissingNode();
        Running running = new Running(id, look.now(), started, false, Probes.NONE, Optional.empty());
        return life.started(running, spec.image());
    }
}
