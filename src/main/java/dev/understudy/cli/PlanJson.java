package dev.understudy.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.cluster.Change;
import dev.understudy.fault.FaultPlan;
import dev.understudy.guard.PlannedFault;
import dev.understudy.guard.Refusal;
import dev.understudy.orchestrator.Casting;
import dev.understudy.orchestrator.DrillPlan;
import dev.understudy.probe.ProbeWay;
import dev.understudy.scenario.Participants;

/** A plan for other programs. */
final class PlanJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanJson() {}

    static String of(DrillPlan plan, Casting casting, String cluster, ProbeWay way) {
        ObjectNode all = JSON.createObjectNode();
        all.put("scenario", casting.scenario().name());
        all.put("cluster", cluster);
        all.put("target", casting.scenario().target().object().toString());
        all.put("seed", plan.seed());
        ArrayNode faults = all.putArray("faults");
        plan.faults().forEach(fault -> fault(fault, faults.addObject()));
        ArrayNode probes = all.putArray("probes");
        casting.scenario()
                .probes()
                .forEach(p -> probes.addObject()
                        .put("name", p.name())
                        .put("asks", p.check().words(way)));
        ArrayNode excluded = all.putArray("excluded");
        casting.scenario().responders().exclude().stream()
                .map(Participants.Exclusion::responder)
                .forEach(excluded::add);
        ArrayNode held = all.putArray("permissionsHeld");
        plan.held().forEach(p -> held.add(p.toString()));
        ArrayNode missing = all.putArray("permissionsMissing");
        plan.missing().forEach(p -> missing.add(p.toString()));
        ArrayNode refusals = all.putArray("refusals");
        plan.refusals().stream().map(Refusal::toString).forEach(refusals::add);
        return all.toPrettyString();
    }

    private static void fault(PlannedFault fault, ObjectNode into) {
        into.put("name", fault.step().name());
        into.put("type", fault.step().type());
        ArrayNode changes = into.putArray("changes");
        if (fault.plan() instanceof FaultPlan.Planned planned) {
            into.put("podsHit", planned.podsHit().size());
            into.put("podsOfTarget", planned.podsOfTarget());
            ArrayNode warnings = into.putArray("warnings");
            planned.warnings().forEach(warnings::add);
            for (Change change : planned.changes()) {
                ObjectNode node = changes.addObject();
                node.put("do", change.redacted().describe());
                change.redacted().inverse().ifPresent(undo -> node.put("undo", undo.describe()));
            }
        }
    }
}
