package dev.understudy.simulated.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The ingress controller's hand in the API: it gives every Ingress whose class is there the address at which it serves
 * it. It stands for whichever controller the class names.
 */
final class IngressAddresses implements Reconciler {
    private static final String ADDRESS = "127.0.0.1";
    private static final Writer WRITER = Writer.updating("nginx-ingress-controller");

    private final ObjectStore store;

    IngressAddresses(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.INGRESS)) {
            return List.of(Key.of(Kinds.INGRESS, event.object()));
        }
        return event.kind().equals(Kinds.INGRESS_CLASS)
                ? store.view(Kinds.INGRESS, "")
                        .map(ingress -> Key.of(Kinds.INGRESS, ingress))
                        .toList()
                : List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.get(key.kind(), key.namespace(), key.name())
                .filter(ingress -> !Meta.isTerminating(ingress))
                .filter(this::isServed)
                .ifPresent(this::give);
        return Optional.empty();
    }

    private boolean isServed(ObjectNode ingress) {
        String name = ingress.path("spec").path("ingressClassName").asText();
        return !name.isEmpty() && store.view(Kinds.INGRESS_CLASS, "", name).isPresent();
    }

    private void give(ObjectNode ingress) {
        ObjectNode balancer = ingress.withObjectProperty("status").putObject("loadBalancer");
        balancer.putArray("ingress").addObject().put("ip", ADDRESS);
        store.updateStatus(Kinds.INGRESS, ingress, WRITER);
    }

    @Override
    public String toString() {
        return "ingress-controller";
    }
}
