package dev.understudy.simulated.controller;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.object.Selector;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps one EndpointSlice for each Service that has a selector. */
final class EndpointSlices implements Reconciler {
    static final String SERVICE_NAME = "kubernetes.io/service-name";
    private static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
    private static final String OURSELVES = "endpointslice-controller.k8s.io";
    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;

    EndpointSlices(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        Set<Key> keys = new LinkedHashSet<>();
        if (event.kind().equals(Kinds.SERVICE)) {
            keys.add(Key.of(Kinds.SERVICE, event.object()));
        } else if (event.kind().equals(Kinds.ENDPOINT_SLICE)) {
            String service = Marks.label(event.object(), SERVICE_NAME);
            keys.add(new Key(Kinds.SERVICE, Meta.namespace(event.object()), service));
        } else if (event.kind().equals(Kinds.POD)) {
            for (ObjectNode service :
                    store.view(Kinds.SERVICE, Meta.namespace(event.object())).toList()) {
                Selector selector = selector(service);
                if (selector.matches(event.object()) || (event.before() != null && selector.matches(event.before()))) {
                    keys.add(Key.of(Kinds.SERVICE, service));
                }
            }
        }
        return keys;
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.get(key.kind(), key.namespace(), key.name())
                .filter(service -> !Meta.isTerminating(service))
                .filter(service -> !selector(service).isEmpty())
                .ifPresent(this::write);
        return Optional.empty();
    }

    /** Writes a slice for each set of ports: pods may give different numbers to the port that the Service names. */
    private void write(ObjectNode service) {
        List<ObjectNode> spare = store.view(Kinds.ENDPOINT_SLICE, Meta.namespace(service))
                .filter(slice -> Marks.controlledBy(slice, service))
                .map(ObjectNode::deepCopy)
                .collect(Collectors.toCollection(ArrayList::new));
        byPorts(service).forEach((ports, pods) -> {
            Optional<ObjectNode> same = spare.stream()
                    .filter(slice -> slice.path("ports").equals(ports))
                    .findFirst()
                    .or(() -> spare.stream().findFirst());
            same.ifPresent(spare::remove);
            ObjectNode slice = same.orElseGet(() -> draft(service));
            fill(slice, service, pods);
            slice.set("ports", ports);
            if (same.isPresent()) {
                store.update(Kinds.ENDPOINT_SLICE, slice, WRITER);
            } else {
                store.create(Kinds.ENDPOINT_SLICE, slice, WRITER);
            }
        });
        spare.forEach(slice -> store.delete(
                Kinds.ENDPOINT_SLICE, Meta.namespace(slice), Meta.name(slice), "", "Background", 0, WRITER));
    }

    /** Returns the pods behind a Service by what they listen on; without pods, nobody by no ports. */
    private Map<ArrayNode, List<ObjectNode>> byPorts(ObjectNode service) {
        Selector selector = selector(service);
        Map<ArrayNode, List<ObjectNode>> groups = new LinkedHashMap<>();
        store.view(Kinds.POD, Meta.namespace(service))
                .filter(selector::matches)
                .filter(Endpoints::isReachable)
                .forEach(pod -> groups.computeIfAbsent(Endpoints.ports(service, List.of(pod)), _ -> new ArrayList<>())
                        .add(pod));
        return groups.isEmpty() ? Map.of(Endpoints.ports(service, List.of()), List.of()) : groups;
    }

    private void fill(ObjectNode slice, ObjectNode service, List<ObjectNode> pods) {
        slice.put("addressType", "IPv4");
        ObjectNode labels = slice.withObjectProperty("metadata").putObject("labels");
        Marks.labels(service).properties().forEach(label -> labels.set(label.getKey(), label.getValue()));
        labels.put(SERVICE_NAME, Meta.name(service)).put(MANAGED_BY, OURSELVES);
        var endpoints = slice.putArray("endpoints");
        for (ObjectNode pod : pods) {
            endpoints.add(Endpoints.of(pod, service, zone(pod)));
        }
    }

    private String zone(ObjectNode pod) {
        return store.view(Kinds.NODE, "", pod.path("spec").path("nodeName").asText())
                .map(node -> Marks.label(node, "topology.kubernetes.io/zone"))
                .orElse("");
    }

    private static ObjectNode draft(ObjectNode service) {
        ObjectNode slice = JsonNodeFactory.instance.objectNode();
        slice.put("apiVersion", Kinds.ENDPOINT_SLICE.apiVersion()).put("kind", Kinds.ENDPOINT_SLICE.kind());
        slice.putObject("metadata")
                .put("generateName", Meta.name(service) + "-")
                .put("namespace", Meta.namespace(service));
        Owner.controlling(Kinds.SERVICE, service).addTo(slice);
        return slice;
    }

    private static Selector selector(ObjectNode service) {
        return Selector.ofLabels(service.path("spec").path("selector"));
    }

    @Override
    public String toString() {
        return "endpointslice-controller";
    }
}
