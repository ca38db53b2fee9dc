package dev.understudy.simulated.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.object.Selector;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts, for each PodDisruptionBudget, how many of its pods may be evicted now. */
final class DisruptionBudgets implements Reconciler {
    private static final String COMPONENT = "controllermanager";
    private static final Writer WRITER = Writer.updating("kube-controller-manager");
    private static final Duration DELETION_TIMEOUT = Duration.ofMinutes(2);

    private final ObjectStore store;
    private final InstantSource clock;
    private final Recorder recorder;

    DisruptionBudgets(ObjectStore store, InstantSource clock, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.recorder = recorder;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.DISRUPTION_BUDGET)) {
            return List.of(Key.of(Kinds.DISRUPTION_BUDGET, event.object()));
        }
        if (!event.kind().equals(Kinds.POD) && !event.kind().subresources().contains("scale")) {
            return List.of();
        }
        return store.view(Kinds.DISRUPTION_BUDGET, Meta.namespace(event.object()))
                .map(budget -> Key.of(Kinds.DISRUPTION_BUDGET, budget))
                .toList();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        return store.get(key.kind(), key.namespace(), key.name())
                .filter(budget -> !Meta.isTerminating(budget))
                .flatMap(budget -> {
                    count(budget);
                    return nextForgotten(budget);
                });
    }

    /** Returns when nobody waits any longer for the first of the pods that were evicted. */
    private static Optional<Instant> nextForgotten(ObjectNode budget) {
        return budget.at("/status/disruptedPods").properties().stream()
                .flatMap(each -> Timestamps.read(each.getValue()).stream())
                .map(evicted -> evicted.plus(DELETION_TIMEOUT))
                .min(Comparator.naturalOrder());
    }

    private void count(ObjectNode budget) {
        Selector selector = Selector.of(budget.path("spec").path("selector"));
        List<ObjectNode> pods = store.view(Kinds.POD, Meta.namespace(budget))
                .filter(selector::matches)
                .filter(pod -> !PodState.finished(pod))
                .toList();
        if (pods.isEmpty()) {
            recorder.record(budget, Remark.normal(COMPONENT, "NoPods", "No matching pods found"));
        }
        ObjectNode status = budget.withObjectProperty("status");
        try {
            tell(budget, status, pods);
        } catch (StatusException failure) {
            status.put("disruptionsAllowed", 0);
            String why = String.valueOf(failure.getMessage());
            recorder.record(
                    budget,
                    Remark.warning(
                            COMPONENT,
                            "CalculateExpectedPodCountFailed",
                            "Failed to calculate the number of expected pods: " + why));
            allow(status, false, "SyncFailed", why);
        }
        store.updateStatus(Kinds.DISRUPTION_BUDGET, budget, WRITER);
    }

    private void tell(ObjectNode budget, ObjectNode status, List<ObjectNode> pods) {
        JsonNode spec = budget.path("spec");
        int expected = needsScale(spec) ? expected(pods) : pods.size();
        int desired = desired(spec, expected);
        Set<String> leaving = leaving(status, pods);
        int healthy = (int) pods.stream()
                .filter(pod -> PodState.ready(pod) && !Meta.isTerminating(pod))
                .filter(pod -> !leaving.contains(Meta.name(pod)))
                .count();
        int allowed = expected == 0 ? 0 : Math.max(0, healthy - desired);
        status.put("currentHealthy", healthy).put("desiredHealthy", desired);
        status.put("disruptionsAllowed", allowed).put("expectedPods", expected);
        status.put("observedGeneration", Marks.generation(budget));
        allow(status, allowed > 0, allowed > 0 ? "SufficientPods" : "InsufficientPods", "");
    }

    /** Keeps the pods that were evicted and have not begun to go; after two minutes nobody waits for them. */
    private Set<String> leaving(ObjectNode status, List<ObjectNode> pods) {
        if (!(status.get("disruptedPods") instanceof ObjectNode disrupted)) {
            return Set.of();
        }
        Set<String> here = pods.stream()
                .filter(pod -> !Meta.isTerminating(pod))
                .map(Meta::name)
                .collect(Collectors.toSet());
        Instant oldest = clock.instant().minus(DELETION_TIMEOUT);
        Set<String> leaving = disrupted.properties().stream()
                .filter(each -> here.contains(each.getKey()))
                .filter(each -> Timestamps.read(each.getValue())
                        .filter(oldest::isBefore)
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        disrupted.retain(leaving);
        if (leaving.isEmpty()) {
            status.remove("disruptedPods");
        }
        return leaving;
    }

    private void allow(ObjectNode status, boolean allowed, String reason, String message) {
        Condition.of("DisruptionAllowed", allowed, reason, message)
                .putInto(status, clock.instant())
                .put("observedGeneration", status.path("observedGeneration").asLong());
    }

    private static boolean needsScale(JsonNode spec) {
        return spec.has("maxUnavailable") || spec.path("minAvailable").isTextual();
    }

    /** Returns the number of pods that the pods' controllers ask for, so that missing ones count as unavailable. */
    private int expected(List<ObjectNode> pods) {
        return pods.stream()
                .flatMap(pod -> Marks.controller(pod).flatMap(owner -> owner(pod, owner)).stream())
                .map(this::scaled)
                .distinct()
                .mapToInt(scaled -> scaled.path("spec").path("replicas").asInt(1))
                .sum();
    }

    private Optional<ObjectNode> owner(ObjectNode pod, Owner owner) {
        Kind kind = store.kinds().all().stream().filter(owner::is).findFirst().orElse(null);
        if (kind == null || !kind.subresources().contains("scale")) {
            String resource = kind == null ? owner.kind() : kind.plural() + "." + kind.group();
            throw new StatusException(500, "", resource + " does not implement the scale subresource");
        }
        return store.view(kind, Meta.namespace(pod), owner.name());
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
