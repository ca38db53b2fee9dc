package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.rules.LabelMatch;
import dev.understudy.simulated.store.Deletion;
import dev.understudy.simulated.store.Details;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.Write;
import dev.understudy.simulated.store.Writer;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Answers for {@code pods/eviction}: a deletion that asks the pod's disruption budget first. */
final class Evicting implements Endpoint {
    private static final Set<String> NOT_SERVING = Set.of("Pending", "Succeeded", "Failed");
    private static final String VIOLATES = "Cannot evict pod as it would violate the pod's disruption budget.";

    private final MemoryStore store;
    private final InstantSource clock;

    Evicting(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Reply answer(Ask ask) {
        if (!ask.target().verb().equals("create")) {
            throw Statuses.notAllowed();
        }
        String namespace = ask.target().namespace();
        String name = ask.target().name();
        ObjectNode pod = store.get(Kinds.POD, namespace, name).orElseThrow(() -> Refusals.notFound(Kinds.POD, name));
        Deletion deletion = Deleting.deletion(ask, Bodies.optional(ask).path("deleteOptions"));
        List<ObjectNode> budgets = store.list(Kinds.DISRUPTION_BUDGET, namespace).stream()
                .filter(budget -> guards(budget, pod))
                .toList();
        if (budgets.size() > 1) {
            throw new StatusException(
                    500,
                    "InternalError",
                    "This pod has more than one PodDisruptionBudget, which the"
                            + " eviction subresource does not support.");
        }
        boolean serves = !NOT_SERVING.contains(pod.path("status").path("phase").asText()) && !Meta.isTerminating(pod);
        if (serves && !budgets.isEmpty() && !isSpare(budgets.getFirst(), pod)) {
            spend(budgets.getFirst(), name, ask, deletion.dryRun());
        }
        if (!deletion.dryRun()) {
            announce(pod);
        }
        store.delete(Kinds.POD, namespace, name, deletion);
        return Reply.json(201, Statuses.success(201));
    }

    /** Tells the pod, and whoever looks at it, why it goes. */
    private void announce(ObjectNode pod) {
        Write write = Write.statusBy(Writer.updating("kube-apiserver"));
        store.change(Kinds.POD, Meta.namespace(pod), Meta.name(pod), write, current -> {
            Condition.of("DisruptionTarget", true, "EvictionByEvictionAPI", "Eviction API: evicting")
                    .putInto(current.withObjectProperty("status"), clock.instant());
            return current;
        });
    }

    private static boolean guards(ObjectNode budget, ObjectNode pod) {
        JsonNode selector = budget.path("spec").path("selector");
        return !selector.isMissingNode()
                && LabelMatch.matches(selector, pod.path("metadata").path("labels"));
    }

    /** A pod that is not ready may go while enough others are. */
    private static boolean isSpare(ObjectNode budget, ObjectNode pod) {
        boolean ready = StreamSupport.stream(
                        pod.path("status").path("conditions").spliterator(), false)
                .anyMatch(condition -> condition.path("type").asText().equals("Ready")
                        && condition.path("status").asText().equals("True"));
        boolean always =
                budget.path("spec").path("unhealthyPodEvictionPolicy").asText().equals("AlwaysAllow");
        JsonNode status = budget.path("status");
        int healthy = status.path("currentHealthy").asInt();
        int desired = status.path("desiredHealthy").asInt();
        return !ready && (always || desired > 0 && healthy >= desired);
    }

    private void spend(ObjectNode budget, String pod, Ask ask, boolean dryRun) {
        String name = Meta.name(budget);
        Write asked = ask.write("status");
        Write write = new Write(asked.writer(), "status", dryRun, false);
        store.change(Kinds.DISRUPTION_BUDGET, Meta.namespace(budget), name, write, current -> {
            ObjectNode status = current.withObjectProperty("status");
            long seen = status.path("observedGeneration").asLong();
            if (seen < current.path("metadata").path("generation").asLong()) {
                throw tooMany("The disruption budget " + name + " is still being processed by the server.", 10);
            }
            int allowed = status.path("disruptionsAllowed").asInt();
            if (allowed < 1) {
                throw tooMany(
                        "The disruption budget " + name + " needs "
                                + status.path("desiredHealthy").asInt() + " healthy pods and has "
                                + status.path("currentHealthy").asInt() + " currently",
                        0);
            }
            status.put("disruptionsAllowed", allowed - 1);
            status.withObjectProperty("disruptedPods").put(pod, Meta.timestamp(clock.instant()));
            return current;
        });
    }

    private static StatusException tooMany(String why, int retryAfterSeconds) {
        Details details = Details.NONE
                .withCauses(List.of(new Cause("DisruptionBudget", why, "")))
                .retryAfter(retryAfterSeconds);
        return new StatusException(429, "TooManyRequests", VIOLATES, details);
    }
}
