package dev.understudy.simulated.node.kubelet;

import java.util.Optional;

/** Where the probes of a running container stand; empty for one that is not declared or not made yet. */
record Probes(Optional<ProbeRun> startup, Optional<ProbeRun> liveness, Optional<ProbeRun> readiness) {
    static final Probes NONE = new Probes(Optional.empty(), Optional.empty(), Optional.empty());

    Optional<ProbeRun> of(ProbeKind kind) {
        return switch (kind) {
            case STARTUP -> startup;
            case LIVENESS -> liveness;
            case READINESS -> readiness;
        };
    }

    Probes with(ProbeKind kind, ProbeRun run) {
        Optional<ProbeRun> one = Optional.of(run);
        return switch (kind) {
            case STARTUP -> new Probes(one, liveness, readiness);
            case LIVENESS -> new Probes(startup, one, readiness);
            case READINESS -> new Probes(startup, liveness, one);
        };
    }
}
