package dev.understudy.simulated.controller.garbage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StoreEvent;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Deletes what has lost its owners. An owner counts only under the uid that the reference names, so an object that
 * refers to nobody goes as well. Background: dependents go after their owner. Foreground: the owner waits, by its
 * finalizer, until those that block it are gone. Orphan: dependents are let go and stay.
 */
public final class GarbageCollector implements Reconciler {
    private static final Writer WRITER = Writer.updating("kube-controller-manager");
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    /** What a reference is worth for keeping an object. */
    private enum Standing {
        /** The owner is there, or nobody here can tell. */
        SOLID,
        /** There is no such owner. */
        DANGLING,
        /** The owner is being deleted and waits for its dependents. */
        WAITING
    }

    private final ObjectStore store;
    private final Dependents dependents = new Dependents();

    public GarbageCollector(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        dependents.follow(event);
        ObjectNode object = event.object();
        Set<Key> keys = new LinkedHashSet<>();
        boolean deleted = event.type() == StoreEvent.Type.DELETED;
        if (deleted) {
            keys.addAll(dependents.of(Meta.uid(object)));
        } else if (isWaiting(object) || Marks.hasFinalizer(object, ORPHAN) || ownersChanged(event)) {
            keys.add(Key.of(event.kind(), object));
        }
        if (deleted || ownersChanged(event)) {
            // an owner may have waited for this one
            Stream.concat(Stream.of(object), Optional.ofNullable(event.before()).stream())
                    .flatMap(state -> Marks.owners(state).stream().flatMap(owner -> ownerKey(owner, state).stream()))
                    .forEach(keys::add);
        }
        return keys;
    }

    private static boolean ownersChanged(StoreEvent event) {
        List<Owner> before = event.before() == null ? List.of() : Marks.owners(event.before());
        return !before.equals(Marks.owners(event.object()));
    }

    /** Names the owner where the simulated cluster can look it up: a namespaced owner only owns in its namespace. */
    private Optional<Key> ownerKey(Owner owner, ObjectNode owned) {
        return owner.servedKind(store.kinds())
                .filter(kind -> !kind.namespaced() || !Meta.namespace(owned).isEmpty())
                .map(kind -> Key.of(kind, owner, owned));
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        store.get(key.kind(), key.namespace(), key.name()).ifPresent(object -> {
            if (!Meta.isTerminating(object)) {
                collect(key.kind(), object);
            } else if (Marks.hasFinalizer(object, ORPHAN)) {
                orphan(key.kind(), object);
            } else if (isWaiting(object)) {
                deleteDependents(key.kind(), object);
            }
        });
        return Optional.empty();
    }

    private void collect(Kind kind, ObjectNode object) {
        List<Owner> owners = Marks.owners(object);
        List<Owner> solid = owners.stream()
                .filter(owner -> standing(owner, object) == Standing.SOLID)
                .toList();
        if (solid.size() == owners.size()) {
            return;
        }
        if (!solid.isEmpty()) {
            Owner.remove(object, owner -> !solid.contains(owner));
            store.update(kind, object, WRITER);
            return;
        }
        boolean awaited = owners.stream().anyMatch(owner -> standing(owner, object) == Standing.WAITING)
                && !dependents.of(Meta.uid(object)).isEmpty();
        String policy = awaited || Marks.hasFinalizer(object, FOREGROUND) ? "Foreground" : "Background";
        delete(kind, object, Marks.hasFinalizer(object, ORPHAN) ? "Orphan" : policy);
    }

    private Standing standing(Owner owner, ObjectNode owned) {
        Optional<Key> key = ownerKey(owner, owned);
        if (key.isEmpty()) {
            return Standing.SOLID;
        }
        return store.get(key.get().kind(), key.get().namespace(), key.get().name())
                .filter(found -> Meta.uid(found).equals(owner.uid()))
                .map(found -> isWaiting(found) ? Standing.WAITING : Standing.SOLID)
                .orElse(Standing.DANGLING);
    }

    private static boolean isWaiting(ObjectNode object) {
        return Meta.isTerminating(object) && Marks.hasFinalizer(object, FOREGROUND);
    }

    private void deleteDependents(Kind kind, ObjectNode owner) {
        boolean blocked = false;
        for (Key key : dependents.of(Meta.uid(owner))) {
            Optional<ObjectNode> found = dependent(key, owner);
            blocked |= found.filter(object -> blocks(object, owner)).isPresent();
            found.filter(object -> !Meta.isTerminating(object)).ifPresent(object -> collect(key.kind(), object));
        }
        if (!blocked) {
            release(kind, owner, FOREGROUND);
        }
    }

    private static boolean blocks(ObjectNode object, ObjectNode owner) {
        return Marks.owners(object).stream()
                .anyMatch(reference -> reference.blocks() && reference.uid().equals(Meta.uid(owner)));
    }

    private void orphan(Kind kind, ObjectNode owner) {
        for (Key key : dependents.of(Meta.uid(owner))) {
            dependent(key, owner).ifPresent(object -> {
                Owner.remove(object, reference -> reference.uid().equals(Meta.uid(owner)));
                store.update(key.kind(), object, WRITER);
            });
        }
        release(kind, owner, ORPHAN);
    }

    private Optional<ObjectNode> dependent(Key key, ObjectNode owner) {
        return store.get(key.kind(), key.namespace(), key.name())
                .filter(object -> Dependents.names(object, Meta.uid(owner)));
    }

    private void release(Kind kind, ObjectNode owner, String finalizer) {
        Marks.removeFinalizer(owner, finalizer);
        store.update(kind, owner, WRITER);
    }

    private void delete(Kind kind, ObjectNode object, String policy) {
        store.delete(kind, Meta.namespace(object), Meta.name(object), Meta.uid(object), policy, -1, WRITER);
    }

    @Override
    public String toString() {
        return "garbage-collector";
    }
}
