package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.node.PodsByNode;
import dev.understudy.simulated.node.Power;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.traffic.Traffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Who is concerned by what: the nodes that have power, the pods on each, and what else a pod looks at. */
final class Neighbourhood {
    private static final String PREFIX = "simulated.understudy.dev/";

    /** Addresses of the nodes whose kubelet runs. */
    private final Map<String, String> hosts = new HashMap<>();

    private final PodsByNode pods = new PodsByNode();
    /** Pods whose containers depend on Services. */
    private final Set<Key> dependent = new LinkedHashSet<>();
    /** Pods whose containers depend on ConfigMaps or Secrets that may come or go. */
    private final Set<Key> configured = new LinkedHashSet<>();

    /** Returns the address of a pod's node, empty while no kubelet runs there. */
    Optional<String> host(ObjectNode pod) {
        return Optional.ofNullable(hosts.get(nodeName(pod)));
    }

    /** Returns the uids of the pods on a node. */
    List<String> podsOn(String node) {
        return pods.uidsOn(node);
    }

    /** Tells whether an event, not yet heard here, switches a node off that ran until now. */
    boolean losesPower(StoreEvent event) {
        return event.kind().equals(Kinds.NODE)
                && hosts.containsKey(Meta.name(event.object()))
                && (event.type() == StoreEvent.Type.DELETED || !Power.isOn(event.object()));
    }

    Collection<Key> concernedBy(StoreEvent event) {
        pods.hear(event);
        if (event.kind().equals(Kinds.POD)) {
            return pod(event);
        }
        if (event.kind().equals(Kinds.NODE)) {
            return node(event);
        }
        List<Key> concerned = new ArrayList<>(Traffic.dependsOn(event.kind()) ? dependent : Set.of());
        if (event.kind().equals(Kinds.CONFIG_MAP) || event.kind().equals(Kinds.SECRET)) {
            String namespace = Meta.namespace(event.object());
            configured.stream().filter(key -> key.namespace().equals(namespace)).forEach(concerned::add);
        }
        return concerned;
    }

    private Collection<Key> pod(StoreEvent event) {
        Key key = Key.of(Kinds.POD, event.object());
        String node = nodeName(event.object());
        if (event.type() == StoreEvent.Type.DELETED) {
            dependent.remove(key);
            configured.remove(key);
            return List.of();
        }
        if (node.isEmpty()) {
            return List.of();
        }
        if (followsOthers(event.object())) {
            dependent.add(key);
        } else {
            dependent.remove(key);
        }
        return List.of(key);
    }

    private Collection<Key> node(StoreEvent event) {
        String name = Meta.name(event.object());
        boolean on = event.type() != StoreEvent.Type.DELETED && Power.isOn(event.object());
        String address = on ? address(event.object()) : "";
        String before = on ? hosts.put(name, address) : hosts.remove(name);
        return on && address.equals(before) ? List.of() : pods.on(name);
    }

    /** Notes whether a ConfigMap or Secret that comes or goes can matter to a pod. */
    void wants(Key key, ObjectNode pod, PodRun run) {
        boolean waits = !run.begun()
                || declares(pod, value -> value.contains("while missing "))
                || run.lives().values().stream().anyMatch(life -> life.state() instanceof State.Waiting);
        if (waits) {
            configured.add(key);
        } else {
            configured.remove(key);
        }
    }

    private static boolean followsOthers(ObjectNode pod) {
        return declares(pod, value -> value.equals("dependencies") || value.endsWith("while unreachable"));
    }

    private static boolean declares(ObjectNode pod, Predicate<String> what) {
        return Marks.annotations(pod).properties().stream()
                .filter(annotation -> annotation.getKey().startsWith(PREFIX))
                .anyMatch(annotation -> what.test(annotation.getValue().asText()));
    }

    private static String nodeName(ObjectNode pod) {
        return pod.path("spec").path("nodeName").asText();
    }

    private static String address(ObjectNode node) {
        return node.path("status")
                .path("addresses")
                .valueStream()
                .filter(address -> address.path("type").asText().equals("InternalIP"))
                .map(address -> address.path("address").asText())
                .findFirst()
                .orElse("127.0.0.1");
    }
}
