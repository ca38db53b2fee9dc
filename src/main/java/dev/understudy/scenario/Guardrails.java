package dev.understudy.scenario;

import dev.understudy.probe.Probe;
import java.time.Duration;
import java.util.List;

/**
 * What keeps a drill from doing more harm than it should.
 *
 * @param deadline from the first injection; then everything is undone
 * @param impactWithin if steady state has not broken by then the drill is invalid; 2 m when not given
 * @param unknownFor how long probes may be unable to see before the drill is aborted; 1 m when not given
 * @param blastRadius the most that faults may hit
 * @param abortUnless probes that must stay good
 */
public record Guardrails(
        Duration deadline,
        Duration impactWithin,
        Duration unknownFor,
        BlastRadius blastRadius,
        List<AbortUnless> abortUnless) {
    public Guardrails {
        abortUnless = List.copyOf(abortUnless);
    }

    /**
     * The most pods that may be deleted, restarted or cut off.
     *
     * @param maxPods number of pods
     * @param maxPercent of the target workload's pods, 0 to 100
     */
    public record BlastRadius(int maxPods, int maxPercent) {}

    /**
     * A probe that must stay good.
     *
     * @param lasts in YAML {@code for}: bad for this long aborts the drill
     */
    public record AbortUnless(Probe probe, Duration lasts) {}
}
