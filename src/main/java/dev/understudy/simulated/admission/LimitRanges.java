package dev.understudy.simulated.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.PodResources;
import dev.understudy.simulated.schema.Amounts;
import dev.understudy.simulated.store.Admission;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Proposal;
import java.util.ArrayList;
import java.util.List;

/** Applies a namespace's LimitRanges: fills in what containers leave out, and refuses too little and too much. */
final class LimitRanges implements Admission {
    @Override
    public void complete(Proposal proposal) {
        if (proposal.kind().equals(Kinds.POD) && proposal.isCreation()) {
            ranges(proposal).forEach(range -> LimitDefaults.fill(proposal.object(), range));
        }
    }

    @Override
    public void check(Proposal proposal) {
        boolean pod = proposal.kind().equals(Kinds.POD) && proposal.isCreation();
        if (!pod && !proposal.kind().equals(Kinds.VOLUME_CLAIM)) {
            return;
        }
        List<String> problems = new ArrayList<>();
        for (ObjectNode range : ranges(proposal)) {
            for (JsonNode limit : range.path("spec").path("limits")) {
                if (pod) {
                    checkPod(proposal.object(), limit, problems);
                } else {
                    checkClaim(proposal.object(), limit, problems);
                }
            }
        }
        if (!problems.isEmpty()) {
            String all = String.join(", ", problems);
            throw proposal.forbidden(problems.size() > 1 ? "[" + all + "]" : all);
        }
    }

    private static List<ObjectNode> ranges(Proposal proposal) {
        return proposal.store().view(Kinds.LIMIT_RANGE, proposal.namespace()).toList();
    }

    private static void checkPod(ObjectNode pod, JsonNode limit, List<String> problems) {
        JsonNode spec = pod.path("spec");
        String type = limit.path("type").asText();
        if (type.equals("Container")) {
            for (String list : List.of("containers", "initContainers")) {
                for (JsonNode container : spec.path(list)) {
                    JsonNode resources = container.path("resources");
                    new LimitCheck(
                                    type,
                                    Amounts.read(resources.path("requests")),
                                    Amounts.read(resources.path("limits")),
                                    problems)
                            .all(limit);
                }
            }
        } else if (type.equals("Pod")) {
            new LimitCheck(type, PodResources.requests(spec), PodResources.limits(spec), problems).all(limit);
        }
    }

    private static void checkClaim(ObjectNode claim, JsonNode limit, List<String> problems) {
        String type = limit.path("type").asText();
        if (type.equals("PersistentVolumeClaim")) {
            Amounts requests = Amounts.read(claim.path("spec").path("resources").path("requests"));
            new LimitCheck(type, requests, Amounts.NONE, problems).requestsOnly(limit);
        }
    }
}
