package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Objects as they all were at one version of the store.
 *
 * @param items in the order of namespace and name
 * @param resourceVersion the version, from which a watch continues without a gap
 */
public record Snapshot(List<ObjectNode> items, long resourceVersion) {
    public Snapshot {
        items = List.copyOf(items);
    }
}
