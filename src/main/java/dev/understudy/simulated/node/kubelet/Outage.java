package dev.understudy.simulated.node.kubelet;

import dev.understudy.simulated.node.kubelet.State.Running;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an outage of its node does to a pod. */
final class Outage {
    /** What the runtime says of a container that it finds dead after a boot. */
    private static final int UNKNOWN = 255;

    private Outage() {}

    /** Returns the pod with everything dead that ran. */
    static PodRun of(PodRun run, Instant now) {
        Map<String, Life> lives = new LinkedHashMap<>();
        run.lives()
                .forEach((name, life) -> lives.put(
                        name,
                        life.state() instanceof Running running
                                ? life.in(running.end(UNKNOWN, "Unknown", now))
                                : life));
        return run.with(lives);
    }
}
