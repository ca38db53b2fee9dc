package dev.understudy.simulated.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.object.Selector;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Counts, for each PodDisruptionBudget, how many of its pods may be evicted now. */
final class DisruptionBudgets implements Reconciler {
    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final InstantSource clock;

    DisruptionBudgets(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.DISRUPTION_BUDGET)) {
            return List.of(Key.of(Kinds.DISRUPTION_BUDGET, event.object()));
        }
        if (!event.kind().equals(Kinds.POD) && !event.kind().equals(Kinds.REPLICA_SET)) {
            return List.of();
        }
        return store.view(Kinds.DISRUPTION_BUDGET, Meta.namespace(event.object()))
                .map(budget -> Key.of(Kinds.DISRUPTION_BUDGET, budget))
                .toList();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.get(key.kind(), key.namespace(), key.name())
                .filter(budget -> !Meta.isTerminating(budget))
                .ifPresent(this::count);
        return Optional.empty();
    }

    private void count(ObjectNode budget) {
        Selector selector = Selector.of(budget.path("spec").path("selector"));
        List<ObjectNode> pods = store.view(Kinds.POD, Meta.namespace(budget))
                .filter(selector::matches)
                .filter(pod -> !PodState.finished(pod))
                .toList();
        int healthy = (int) pods.stream()
                .filter(pod -> PodState.ready(pod) && !Meta.isTerminating(pod))
                .count();
        int expected = needsScale(budget.path("spec")) ? expected(pods) : pods.size();
        int desired = desired(budget.path("spec"), expected);
        int allowed = expected == 0 ? 0 : Math.max(0, healthy - desired);

        ObjectNode status = budget.withObjectProperty("status");
        status.put("currentHealthy", healthy).put("desiredHealthy", desired);
        status.put("disruptionsAllowed", allowed).put("expectedPods", expected);
        status.put("observedGeneration", Marks.generation(budget));
        Condition.of("DisruptionAllowed", allowed > 0, allowed > 0 ? "SufficientPods" : "InsufficientPods", "")
                .putInto(status, clock.instant())
                .put("observedGeneration", Marks.generation(budget));
        store.updateStatus(Kinds.DISRUPTION_BUDGET, budget, WRITER);
    }

    private static boolean needsScale(JsonNode spec) {
        return spec.has("maxUnavailable") || spec.path("minAvailable").isTextual();
    }

    /** Returns the number of pods that the pods' controllers ask for, so that missing ones count as unavailable. */
    private int expected(List<ObjectNode> pods) {
        return pods.stream()
                .flatMap(pod -> Marks.controller(pod)
                        .filter(owner -> owner.is(Kinds.REPLICA_SET))
                        .flatMap(owner -> store.get(Kinds.REPLICA_SET, Meta.namespace(pod), owner.name()))
                        .stream())
                .map(this::scaled)
                .distinct()
                .mapToInt(scaled -> scaled.path("spec").path("replicas").asInt(1))
                .sum();
    }

    /** A Deployment's replicas count, not those of the sets that it happens to have during a rollout. */
    private ObjectNode scaled(ObjectNode set) {
        Optional<Owner> owner = Marks.controller(set).filter(found -> found.is(Kinds.DEPLOYMENT));
        return owner.flatMap(found -> store.get(Kinds.DEPLOYMENT, Meta.namespace(set), found.name()))
                .orElse(set);
    }

    private static int desired(JsonNode spec, int expected) {
        if (spec.has("maxUnavailable")) {
            return Math.max(0, expected - share(spec.path("maxUnavailable"), expected));
        }
        return spec.has("minAvailable") ? share(spec.path("minAvailable"), expected) : 1;
    }

    /** A percentage is rounded up, as the real controller does for both fields. */
    private static int share(JsonNode amount, int expected) {
        if (amount.isNumber()) {
            return amount.asInt();
        }
        String percent = amount.asText();
        return Math.ceilDiv(expected * Integer.parseInt(percent.substring(0, percent.length() - 1)), 100);
    }

    @Override
    public String toString() {
        return "disruption-controller";
    }
}
