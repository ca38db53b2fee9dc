package dev.understudy.simulated.controller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Gives every namespace what a real one begins with: the ServiceAccount {@code default} and the root certificates. */
final class NamespaceContents implements Reconciler {
    private static final Writer WRITER = Writer.updating("kube-controller-manager");
    private static final String ACCOUNT = "default";
    private static final String ROOTS = "kube-root-ca.crt";

    private final ObjectStore store;

    NamespaceContents(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.NAMESPACE)) {
            return List.of(Key.of(Kinds.NAMESPACE, event.object()));
        }
        boolean ours = is(event, Kinds.SERVICE_ACCOUNT, ACCOUNT) || is(event, Kinds.CONFIG_MAP, ROOTS);
        return ours && event.type() == StoreEvent.Type.DELETED
                ? List.of(new Key(Kinds.NAMESPACE, "", Meta.namespace(event.object())))
                : List.of();
    }

    private static boolean is(StoreEvent event, Kind kind, String name) {
        return event.kind().equals(kind) && Meta.name(event.object()).equals(name);
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.get(Kinds.NAMESPACE, "", key.name())
                .filter(namespace -> !Meta.isTerminating(namespace))
                .ifPresent(_ -> {
                    ensure(Kinds.SERVICE_ACCOUNT, key.name(), draft(Kinds.SERVICE_ACCOUNT, key.name(), ACCOUNT));
                    ObjectNode roots = draft(Kinds.CONFIG_MAP, key.name(), ROOTS);
                    roots.putObject("data").put("ca.crt", "# the simulated cluster has no certificates\n");
                    ensure(Kinds.CONFIG_MAP, key.name(), roots);
                });
        return Optional.empty();
    }

    private void ensure(Kind kind, String namespace, ObjectNode draft) {
        if (store.get(kind, namespace, Meta.name(draft)).isEmpty()) {
            store.create(kind, draft, WRITER);
        }
    }

    private static ObjectNode draft(Kind kind, String namespace, String name) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        draft.putObject("metadata").put("name", name).put("namespace", namespace);
        return draft;
    }

    @Override
    public String toString() {
        return "namespace-contents";
    }
}
