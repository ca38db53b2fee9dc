package dev.understudy.simulated.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Admission;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.Proposal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gives each pod the number behind its priority class, and keeps at most one class the default. */
final class Priorities implements Admission {
    @Override
    public void complete(Proposal proposal) {
        if (proposal.kind().equals(Kinds.POD)) {
            ObjectNode spec = proposal.object().withObjectProperty("spec");
            ObjectNode before = proposal.before();
            if (before == null) {
                settle(proposal, spec);
            } else {
                keep((ObjectNode) before.path("spec"), spec);
            }
        }
    }

    @Override
    public void check(Proposal proposal) {
        if (proposal.kind().equals(Kinds.PRIORITY_CLASS)
                && proposal.object().path("globalDefault").asBoolean()) {
            globalDefault(proposal.store())
                    .map(Meta::name)
                    .filter(other -> proposal.isCreation() || !other.equals(Meta.name(proposal.object())))
                    .ifPresent(other -> {
                        throw proposal.forbidden(
                                "PriorityClass " + other + " is already marked as default. Only one default can exist");
                    });
        }
    }

    private static void settle(Proposal proposal, ObjectNode spec) {
        String name = spec.path("priorityClassName").asText();
        Optional<ObjectNode> found = name.isEmpty()
                ? globalDefault(proposal.store())
                : Optional.of(proposal.store()
                        .get(Kinds.PRIORITY_CLASS, "", name)
                        .orElseThrow(() -> proposal.forbidden("no PriorityClass with name " + name + " was found")));
        int priority = found.map(each -> each.path("value").asInt()).orElse(0);
        String policy =
                found.map(each -> each.path("preemptionPolicy").asText()).orElse("PreemptLowerPriority");
        if (spec.has("priority") && spec.path("priority").asInt() != priority) {
            throw proposal.forbidden("the integer value of priority ("
                    + spec.path("priority").asInt()
                    + ") must not be provided in pod spec; priority admission controller computed " + priority
                    + " from the given PriorityClass name");
        }
        if (spec.has("preemptionPolicy")
                && !spec.path("preemptionPolicy").asText().equals(policy)) {
            throw proposal.forbidden("the string value of PreemptionPolicy ("
                    + spec.path("preemptionPolicy").asText()
                    + ") must not be provided in pod spec; priority admission controller computed " + policy
                    + " from the given PriorityClass name");
        }
        found.ifPresent(each -> spec.put("priorityClassName", Meta.name(each)));
        spec.put("priority", priority).put("preemptionPolicy", policy);
    }

    private static void keep(ObjectNode before, ObjectNode spec) {
        for (String field : List.of("priority", "preemptionPolicy")) {
            if (!spec.has(field) && before.has(field)) {
                spec.set(field, before.get(field));
            }
        }
    }

    private static Optional<ObjectNode> globalDefault(ObjectStore store) {
        return store.view(Kinds.PRIORITY_CLASS, "")
                .filter(each -> each.path("globalDefault").asBoolean())
                .min(Comparator.comparingInt(each -> each.path("value").asInt()));
    }
}
