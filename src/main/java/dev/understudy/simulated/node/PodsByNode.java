package dev.understudy.simulated.node;

import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.StoreEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which pods are bound to which node, kept up from events so that nobody has to search them all. */
public final class PodsByNode {
    private final Map<String, Map<Key, String>> pods = new HashMap<>();

    /** Hears of a change; other kinds than pods are passed over. */
    public void hear(StoreEvent event) {
        if (!event.kind().equals(Kinds.POD)) {
            return;
        }
        Key key = Key.of(Kinds.POD, event.object());
        String node = event.object().path("spec").path("nodeName").asText();
        if (event.type() == StoreEvent.Type.DELETED) {
            Map<Key, String> left = pods.getOrDefault(node, new HashMap<>());
            left.remove(key, Meta.uid(event.object()));
            if (left.isEmpty()) {
                pods.remove(node);
            }
        } else if (!node.isEmpty()) {
            pods.computeIfAbsent(node, _ -> new HashMap<>()).put(key, Meta.uid(event.object()));
        }
    }

    /** Returns the pods on a node. */
    public List<Key> on(String node) {
        return List.copyOf(pods.getOrDefault(node, Map.of()).keySet());
    }

    /** Returns the uids of the pods on a node. */
    public List<String> uidsOn(String node) {
        return List.copyOf(pods.getOrDefault(node, Map.of()).values());
    }

    /** Tells whether any pod is bound to a node. */
    public boolean any(String node) {
        return pods.containsKey(node);
    }
}
