package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The leases that kubelets renew to show that they live. They do so every ten seconds and not faster at a faster pace:
 * fifty nodes are not to keep the cluster busy. What the control plane makes of a silent node does not hang on them.
 */
public final class NodeLeases implements Reconciler {
    private static final String NAMESPACE = "kube-node-lease";
    private static final int SECONDS = 40;
    private static final Duration RENEWED = Duration.ofSeconds(10);
    private static final Writer WRITER = Writer.updating("kubelet");
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final ObjectStore store;
    private final InstantSource clock;
    private final Map<String, Instant> renewed = new HashMap<>();

    public NodeLeases(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.NODE)) {
            return List.of(Key.of(Kinds.NODE, event.object()));
        }
        return List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        Optional<ObjectNode> node = store.view(Kinds.NODE, "", key.name()).filter(Power::isOn);
        if (node.isEmpty()) {
            renewed.remove(key.name());
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant due = renewed.getOrDefault(key.name(), Instant.EPOCH).plus(RENEWED);
        if (due.isAfter(now)) {
            return Optional.of(due);
        }
        renew(node.get(), now);
        renewed.put(key.name(), now);
        return Optional.of(now.plus(RENEWED));
    }

    private void renew(ObjectNode node, Instant now) {
        String name = Meta.name(node);
        Optional<ObjectNode> present = store.get(Kinds.LEASE, NAMESPACE, name);
        ObjectNode lease = present.orElseGet(JsonNodeFactory.instance::objectNode);
        lease.withObjectProperty("metadata").put("name", name).put("namespace", NAMESPACE);
        lease.withObjectProperty("spec")
                .put("holderIdentity", name)
                .put("leaseDurationSeconds", SECONDS)
                .put("renewTime", MICROS.format(now));
        if (present.isPresent()) {
            store.update(Kinds.LEASE, lease, WRITER);
        } else {
            new Owner(Kinds.NODE.apiVersion(), Kinds.NODE.kind(), name, Meta.uid(node), false, false).addTo(lease);
            store.create(Kinds.LEASE, lease, WRITER);
        }
    }

    @Override
    public String toString() {
        return "node-leases";
    }
}
