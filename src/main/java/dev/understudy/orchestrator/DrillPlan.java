package dev.understudy.orchestrator;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.Permission;
import dev.understudy.fault.FaultPlan;
import dev.understudy.guard.PlannedFault;
import dev.understudy.guard.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * What a drill would do, before anything is touched.
 *
 * @param view what the cluster looked like when it was planned
 * @param faults the faults, their changes in the server's own spelling; real values of Secrets are in there
 * @param held permissions that the cluster grants
 * @param missing permissions that it does not
 * @param refusals why the drill must not begin; empty when it may
 * @param seed of every random choice
 */
public record DrillPlan(
        String clusterUid,
        ClusterView view,
        List<PlannedFault> faults,
        SortedSet<Permission> held,
        SortedSet<Permission> missing,
        List<Refusal> refusals,
        long seed) {
    /** Returns the same plan with more reasons not to begin. */
    DrillPlan refusing(List<Refusal> more) {
        return new DrillPlan(
                clusterUid,
                view,
                faults,
                held,
                missing,
                Stream.concat(refusals.stream(), more.stream()).toList(),
                seed);
    }

    /** Returns by fault name the changes to make; faults that cannot be planned are absent. */
    public Map<String, List<Change>> changes() {
        Map<String, List<Change>> all = new LinkedHashMap<>();
        for (PlannedFault fault : faults) {
            if (fault.plan() instanceof FaultPlan.Planned planned) {
                all.put(fault.step().name(), planned.changes());
            }
        }
        return all;
    }
}
