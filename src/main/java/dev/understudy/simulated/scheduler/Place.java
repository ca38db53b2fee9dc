package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.schema.Amounts;
import dev.understudy.simulated.store.Meta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node as the scheduler sees it, with the sums of what its pods ask for kept as they come and go. */
final class Place {
    private static final Taint NOT_READY = new Taint("node.kubernetes.io/not-ready", "", "NoSchedule");

    private final String name;
    private final Map<Key, Guest> guests = new LinkedHashMap<>();
    private final Map<String, Long> used = new HashMap<>();
    private final Map<String, Integer> siblings = new HashMap<>();
    /** How many pods ask for none of a resource. */
    private final Map<String, Integer> silent = new HashMap<>();

    private Face face;

    /** What the node says about itself. */
    private record Face(JsonNode labels, boolean closed, List<Taint> taints, Demand allocatable) {}

    Place(ObjectNode node) {
        name = Meta.name(node);
        face = read(node);
    }

    private static Face read(ObjectNode node) {
        List<Taint> taints = new ArrayList<>(Taint.of(node.path("spec").path("taints")));
        boolean says = taints.stream().anyMatch(taint -> taint.key().equals(NOT_READY.key()));
        if (!Condition.isTrue(node, "Ready") && !says) {
            // nobody has tainted it yet; a node is not ready until its kubelet says so
            taints.add(NOT_READY);
        }
        return new Face(
                Marks.labels(node),
                node.path("spec").path("unschedulable").asBoolean(),
                List.copyOf(taints),
                Demand.of(Amounts.read(node.path("status").path("allocatable"))));
    }

    /** Takes in what the node says now; returns whether that differs. */
    boolean update(ObjectNode node) {
        Face before = face;
        face = read(node);
        return !face.equals(before);
    }

    void seat(Guest guest) {
        leave(guest.key());
        guests.put(guest.key(), guest);
        guest.demand().byName().forEach((resource, amount) -> used.merge(resource, amount, Long::sum));
        siblings.merge(guest.siblings(), 1, Integer::sum);
        countSilent(guest, 1);
    }

    void leave(Key key) {
        Guest gone = guests.remove(key);
        if (gone != null) {
            gone.demand().byName().forEach((resource, amount) -> used.merge(resource, -amount, Long::sum));
            siblings.merge(gone.siblings(), -1, Integer::sum);
            countSilent(gone, -1);
        }
    }

    private void countSilent(Guest guest, int by) {
        for (String resource : List.of("cpu", "memory")) {
            if (guest.demand().get(resource) == 0) {
                silent.merge(resource, by, Integer::sum);
            }
        }
    }

    String name() {
        return name;
    }

    JsonNode labels() {
        return face.labels();
    }

    /** Returns the value of a label, empty when the node does not have it. */
    String label(String key) {
        return face.labels().path(key).asText("");
    }

    boolean isClosed() {
        return face.closed();
    }

    List<Taint> taints() {
        return face.taints();
    }

    Demand allocatable() {
        return face.allocatable();
    }

    long used(String resource) {
        return used.getOrDefault(resource, 0L);
    }

    /** Returns how many pods here ask for no processor, or for no memory. */
    int silent(String resource) {
        return silent.getOrDefault(resource, 0);
    }

    Collection<Guest> guests() {
        return guests.values();
    }

    /** Returns how many pods of one set are here. */
    int siblings(String set) {
        return siblings.getOrDefault(set, 0);
    }
}
