package dev.understudy.simulated.quota;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.schema.Amount;
import dev.understudy.simulated.schema.Amounts;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Counts what each quota has given out, anew whenever something of its namespace comes or goes. */
public final class Quotas implements Reconciler {
    private static final Writer WRITER = Writer.updating("kube-controller-manager");

    private final ObjectStore store;
    private final InstantSource clock;
    private final Set<Key> known = new HashSet<>();

    public Quotas(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.RESOURCE_QUOTA)) {
            Key key = Key.of(Kinds.RESOURCE_QUOTA, event.object());
            if (event.type() == StoreEvent.Type.DELETED) {
                known.remove(key);
            } else {
                known.add(key);
            }
            return List.of(key);
        }
        if (known.isEmpty() || !event.kind().namespaced() || !mayChangeUsage(event)) {
            return List.of();
        }
        String namespace = Meta.namespace(event.object());
        return known.stream().filter(key -> key.namespace().equals(namespace)).toList();
    }

    private static boolean mayChangeUsage(StoreEvent event) {
        if (event.kind().equals(Kinds.EVENT)) {
            return false;
        }
        return event.type() != StoreEvent.Type.MODIFIED
                || event.kind().equals(Kinds.SERVICE)
                || event.kind().equals(Kinds.VOLUME_CLAIM)
                || event.kind().equals(Kinds.POD) && PodState.finished(event.object());
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.get(Kinds.RESOURCE_QUOTA, key.namespace(), key.name()).ifPresent(this::count);
        return Optional.empty();
    }

    private void count(ObjectNode quota) {
        Amounts hard = Amounts.read(quota.path("spec").path("hard"));
        Amounts used = Amounts.NONE;
        for (String name : hard.names()) {
            used = used.plus(Amounts.of(name, Amount.ZERO));
        }
        for (Kind kind : store.kinds().all()) {
            List<String> concerned = kind.namespaced() ? Usage.concerning(kind, hard) : List.of();
            if (!concerned.isEmpty()) {
                used = used.plus(used(quota, kind).only(concerned));
            }
        }
        ObjectNode before = quota.path("status").deepCopy();
        ObjectNode status = quota.withObjectProperty("status");
        hard.writeTo(status.putObject("hard"));
        used.writeTo(status.putObject("used"));
        if (!status.equals(before)) {
            store.updateStatus(Kinds.RESOURCE_QUOTA, quota, WRITER);
        }
    }

    private Amounts used(ObjectNode quota, Kind kind) {
        Amounts used = Amounts.NONE;
        for (ObjectNode object : store.view(kind, Meta.namespace(quota)).toList()) {
            if (Scopes.cover(quota, kind, object)) {
                used = used.plus(Usage.of(kind, object, clock.instant()));
            }
        }
        return used;
    }

    static Amounts withoutZeros(Amounts amounts) {
        return keep(amounts, amount -> !amount.isZero());
    }

    static Amounts withoutNegatives(Amounts amounts) {
        return keep(amounts, amount -> amount.value().signum() > 0);
    }

    private static Amounts keep(Amounts amounts, Predicate<Amount> wanted) {
        return amounts.only(amounts.byName().entrySet().stream()
                .filter(each -> wanted.test(each.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }

    @Override
    public String toString() {
        return "resourcequota-controller";
    }
}
