package dev.understudy.simulated.controller.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.custom.Definition;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Says of each definition whether its names are accepted, and empties one that is being deleted. */
public final class Definitions implements Reconciler {
    private static final Writer WRITER = Writer.updating("kube-apiserver");
    private static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    private final ObjectStore store;
    private final InstantSource clock;

    public Definitions(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        if (event.kind().equals(Kinds.DEFINITION)) {
            // Names that one definition gives up may be those that another waits for.
            return store.view(Kinds.DEFINITION, "")
                    .map(definition -> Key.of(Kinds.DEFINITION, definition))
                    .toList();
        }
        boolean gone = event.type() == StoreEvent.Type.DELETED;
        return gone
                ? store
                        .kinds()
                        .definition(event.kind())
                        .filter(Definition::terminating)
                        .map(definition -> new Key(Kinds.DEFINITION, "", definition.name()))
                        .stream()
                        .toList()
                : List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.get(Kinds.DEFINITION, "", key.name()).ifPresent(object -> {
            if (!Meta.isTerminating(object)) {
                establish(object);
            } else if (Marks.hasFinalizer(object, CLEANUP)) {
                empty(object);
            }
        });
        return Optional.empty();
    }

    private void establish(ObjectNode object) {
        ObjectNode status = object.withObjectProperty("status");
        Definition definition = Definition.read(object);
        Optional<Definition> rival = store.kinds().rival(definition);
        if (rival.isPresent()) {
            new NameClash(definition, rival.get()).writeTo(status, clock.instant());
        } else {
            status.set("acceptedNames", object.path("spec").path("names").deepCopy());
            condition(status, "NamesAccepted", "NoConflicts", "no conflicts found");
            condition(status, "Established", "InitialNamesAccepted", "the initial names have been accepted");
        }
        remember(status, definition.storage().name());
        store.updateStatus(Kinds.DEFINITION, object, WRITER);
    }

    private static void remember(ObjectNode status, String version) {
        var stored = status.withArrayProperty("storedVersions");
        for (var known : stored) {
            if (known.asText().equals(version)) {
                return;
            }
        }
        stored.add(version);
    }

    private void empty(ObjectNode object) {
        boolean left = false;
        for (Kind kind : kindsOf(Definition.read(object))) {
            for (ObjectNode instance : store.list(kind, "")) {
                if (!Meta.isTerminating(instance)) {
                    store.delete(
                            kind,
                            Meta.namespace(instance),
                            Meta.name(instance),
                            Meta.uid(instance),
                            "Background",
                            -1,
                            WRITER);
                }
            }
            left |= store.view(kind, "").findAny().isPresent();
        }
        if (left) {
            ObjectNode status = object.withObjectProperty("status");
            condition(status, "Terminating", "InstanceDeletionInProgress", "CustomResource deletion is in progress");
            store.updateStatus(Kinds.DEFINITION, object, WRITER);
        } else {
            Marks.removeFinalizer(object, CLEANUP);
            store.update(Kinds.DEFINITION, object, WRITER);
        }
    }

    /** A definition whose names were never accepted has no objects of its own. */
    private List<Kind> kindsOf(Definition definition) {
        return store.kinds().stored().stream()
                .filter(kind -> store.kinds()
                        .definition(kind)
                        .filter(each -> each.name().equals(definition.name()))
                        .isPresent())
                .toList();
    }

    private void condition(ObjectNode status, String type, String reason, String message) {
        Condition.of(type, true, reason, message).putInto(status, clock.instant());
    }

    @Override
    public String toString() {
        return "definitions";
    }
}
