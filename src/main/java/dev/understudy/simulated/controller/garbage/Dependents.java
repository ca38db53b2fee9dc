package dev.understudy.simulated.controller.garbage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.store.StoreEvent;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who names whom as an owner, by the owner's uid. */
final class Dependents {
    private final Map<String, Set<Key>> byOwner = new HashMap<>();

    /** Follows a change of an object. */
    void follow(StoreEvent event) {
        Key key = Key.of(event.kind(), event.object());
        if (event.before() != null) {
            Marks.owners(event.before()).forEach(owner -> remove(owner, key));
        }
        if (event.type() == StoreEvent.Type.DELETED) {
            Marks.owners(event.object()).forEach(owner -> remove(owner, key));
        } else {
            Marks.owners(event.object())
                    .forEach(owner -> byOwner.computeIfAbsent(owner.uid(), _ -> new LinkedHashSet<>())
                            .add(key));
        }
    }

    private void remove(Owner owner, Key key) {
        Set<Key> dependents = byOwner.getOrDefault(owner.uid(), new LinkedHashSet<>());
        dependents.remove(key);
        if (dependents.isEmpty()) {
            byOwner.remove(owner.uid());
        }
    }

    List<Key> of(String ownerUid) {
        return List.copyOf(byOwner.getOrDefault(ownerUid, Set.of()));
    }

    static boolean names(ObjectNode object, String ownerUid) {
        return Marks.owners(object).stream().anyMatch(owner -> owner.uid().equals(ownerUid));
    }
}
