package dev.understudy.simulated.node.kubelet;

import dev.understudy.simulated.node.kubelet.ContainerSpec.Role;
import dev.understudy.simulated.node.kubelet.State.Ended;
import dev.understudy.simulated.node.kubelet.State.Running;
import dev.understudy.simulated.node.kubelet.State.Waiting;
import java.util.List;
import java.util.Optional;

/** The phase of a pod, counted from its containers as kubelets count it. */
final class Phase {
    private boolean initialising;
    private boolean initialisationFailed;
    private int running;
    private int waiting;
    private int stopped;
    private int stoppedForGood;
    private int succeeded;

    private Phase(List<ContainerSpec> specs, PodRun run) {
        specs.forEach(spec -> count(spec, run.life(spec)));
    }

    /** Returns the phase; of a pod that is given up or deleted, nothing is started again. */
    static String of(List<ContainerSpec> specs, PodRun run, boolean ending) {
        if (run.failure().isPresent()) {
            return "Failed";
        }
        boolean over = ending && run.nothingRuns();
        return new Phase(specs, run).phase(over);
    }

    private void count(ContainerSpec spec, Life life) {
        switch (spec.role()) {
            case INIT -> countInit(spec, life);
            case SIDECAR -> {
                running += life.isRunning() ? 1 : 0;
                initialising |= life.isRunning() && !life.isStarted();
                waiting += life.state() instanceof Waiting && life.last().isEmpty() ? 1 : 0;
            }
            case MAIN -> countMain(spec, life);
        }
    }

    private void countInit(ContainerSpec spec, Life life) {
        Optional<Ended> end = lastEnd(life);
        boolean failed = end.filter(ended -> ended.code() != 0).isPresent();
        initialising |= life.isRunning() || end.isEmpty();
        initialisationFailed |= !life.isRunning()
                && failed
                && end.filter(ended -> !spec.restartsAfter(ended.code())).isPresent();
    }

    private void countMain(ContainerSpec spec, Life life) {
        Optional<Ended> end = lastEnd(life);
        if (life.state() instanceof Running) {
            running++;
        } else if (end.isEmpty()) {
            waiting++;
        } else {
            stopped++;
            stoppedForGood += spec.restartsAfter(end.get().code()) ? 0 : 1;
            succeeded += life.hasCompleted() ? 1 : 0;
        }
    }

    private static Optional<Ended> lastEnd(Life life) {
        return life.state() instanceof Ended ended ? Optional.of(ended) : life.last();
    }

    private String phase(boolean over) {
        boolean initialised = running + stopped > 0 && waiting == 0;
        if (initialisationFailed) {
            return "Failed";
        }
        if (over) {
            return stopped > 0 && stopped == succeeded && waiting == 0 ? "Succeeded" : "Failed";
        }
        if ((initialising && !initialised) || waiting > 0) {
            return "Pending";
        }
        if (running > 0 || stopped > stoppedForGood) {
            return "Running";
        }
        return stopped == succeeded ? "Succeeded" : "Failed";
    }

    /** Tells whether any of the pod's own containers has ever run. */
    static boolean hasBegun(List<ContainerSpec> specs, PodRun run) {
        return specs.stream()
                .filter(spec -> spec.role() == Role.MAIN)
                .map(run::life)
                .anyMatch(life -> life.isRunning() || lastEnd(life).isPresent());
    }
}
