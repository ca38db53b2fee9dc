package dev.understudy.orchestrator;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterView;
import dev.understudy.fault.FaultPlan;
import dev.understudy.scenario.FaultStep;
import dev.understudy.scenario.Guardrails.BlastRadius;
import dev.understudy.scenario.Repeat;
import dev.understudy.scenario.Scenario;
import java.util.List;

/**
 * Plans the further rounds of a fault, each from a new look at the cluster. Each round by itself stays within the blast
 * radius.
 *
 * @param before what was there when the drill was planned
 */
record Rounds(DrillPlanner planner, Scenario scenario, ClusterView before, String manager, long seed) {
    /** Plans a round; a cluster that cannot be seen is a reason not to. */
    FaultPlan plan(String fault, int round) {
        FaultStep step = scenario.faults().stream()
                .filter(f -> f.name().equals(fault))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault is called " + fault));
        Repeat repeat = step.repeat();
        boolean later = repeat != null && repeat.sticky();
        try {
            return limited(planner.again(step, scenario.target(), before, later, manager, seed + round));
        } catch (ClusterException e) {
            return new FaultPlan.Impossible(List.of(e.getMessage()));
        }
    }

    private FaultPlan limited(FaultPlan plan) {
        BlastRadius radius = scenario.guardrails().blastRadius();
        if (!(plan instanceof FaultPlan.Planned planned)) {
            return plan;
        }
        int hit = planned.podsHit().size();
        return hit > radius.maxPods() || hit * 100L > (long) radius.maxPercent() * planned.podsOfTarget()
                ? new FaultPlan.Impossible("this round would hit " + hit + " of " + planned.podsOfTarget()
                        + " pods, more than the blast radius allows")
                : planned;
    }
}
