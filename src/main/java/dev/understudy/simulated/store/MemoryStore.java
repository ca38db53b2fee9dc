package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the simulated cluster, in memory. Reads never wait; writes happen one after the other, each with a
 * resourceVersion of its own. A stored node is never changed, only replaced, so that readers may copy it without a
 * lock.
 */
public final class MemoryStore implements ObjectStore, AutoCloseable {
    private final Map<Resource, NavigableMap<Key, ObjectNode>> objects = new ConcurrentHashMap<>();
    private final Map<Resource, Long> versions = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final Feed feed = new Feed();
    private final InstantSource clock;
    private final Admission admission;
    private final Creation creation;
    private final Catalogue catalogue = new Catalogue();
    private long version = 1;

    /** Begins empty and lets everything valid in; {@code clock} dates creations, deletions and managed fields. */
    public MemoryStore(InstantSource clock) {
        this(clock, Admission.NONE);
    }

    /** Begins empty; {@code admission} completes and checks every object that is created or replaced. */
    public MemoryStore(InstantSource clock, Admission admission) {
        this.clock = clock;
        this.admission = admission;
        this.creation = new Creation(clock, admission);
    }

    @Override
    public Catalogue kinds() {
        return catalogue;
    }

    @Override
    public Optional<ObjectNode> get(Kind kind, String namespace, String name) {
        return stored(kind, namespace, name).map(found -> catalogue.shown(kind, found));
    }

    @Override
    public List<ObjectNode> list(Kind kind, String namespace) {
        return stored(kind, namespace)
                .map(found -> catalogue.shown(kind, found))
                .toList();
    }

    @Override
    public Stream<ObjectNode> view(Kind kind, String namespace) {
        return catalogue.isShownAsStored(kind)
                ? stored(kind, namespace)
                : stored(kind, namespace).map(found -> catalogue.shown(kind, found));
    }

    private Stream<ObjectNode> stored(Kind kind, String namespace) {
        NavigableMap<Key, ObjectNode> all = of(kind);
        return namespace.isEmpty()
                ? all.values().stream()
                // no name begins with a character as high as this
                : all.subMap(new Key(namespace, ""), new Key(namespace, "\uffff")).values().stream();
    }

    @Override
    public Optional<ObjectNode> view(Kind kind, String namespace, String name) {
        Optional<ObjectNode> found = stored(kind, namespace, name);
        return catalogue.isShownAsStored(kind) ? found : found.map(object -> catalogue.shown(kind, object));
    }

    private Optional<ObjectNode> stored(Kind kind, String namespace, String name) {
        return Optional.ofNullable(of(kind).get(new Key(namespace, name)));
    }

    @Override
    public long version(Kind kind) {
        return versions.getOrDefault(resource(kind), 0L);
    }

    /** Returns the objects of a kind as they all are at one version. */
    public Snapshot snapshot(Kind kind, String namespace) {
        return exclusively(() -> new Snapshot(list(kind, namespace), version));
    }

    @Override
    public ObjectNode create(Kind kind, ObjectNode object, Writer writer) {
        return create(kind, object, Write.by(writer));
    }

    /** Stores a new object, or answers as if when the write is a dry run. */
    public ObjectNode create(Kind kind, ObjectNode object, Write write) {
        ObjectNode named = object.deepCopy();
        String prefix = Meta.name(named).isEmpty() ? Meta.text(named, "generateName") : "";
        return exclusively(() -> {
            String name = Creation.name(kind, named);
            String namespace = kind.namespaced() ? Meta.namespace(named) : "";
            Creation.admit(kind, name, namespace, this);
            if (of(kind).containsKey(new Key(namespace, name))) {
                throw Refusals.alreadyExists(kind, name);
            }
            ObjectNode made = creation.complete(kind, named, prefix, write, this);
            return write.dryRun() ? made : commit(StoreEvent.Type.ADDED, kind, null, made);
        });
    }

    @Override
    public ObjectNode update(Kind kind, ObjectNode object, Writer writer) {
        return change(kind, Meta.namespace(object), Meta.name(object), Write.by(writer), current -> object);
    }

    @Override
    public ObjectNode updateStatus(Kind kind, ObjectNode object, Writer writer) {
        return change(kind, Meta.namespace(object), Meta.name(object), Write.statusBy(writer), current -> object);
    }

    @Override
    public ObjectNode change(Kind kind, String namespace, String name, Write write, UnaryOperator<ObjectNode> change) {
        return exclusively(() -> {
            ObjectNode current = catalogue.shown(kind, require(kind, namespace, name));
            ObjectNode proposed = change.apply(current.deepCopy());
            Revision.checkPreconditions(kind, current, proposed);
            ObjectNode next = Revision.next(kind, current, proposed, write, clock.instant(), this, admission);
            Meta.of(next).set("resourceVersion", Meta.of(current).get("resourceVersion"));
            if (Revision.changesNothing(current, next)) {
                return current;
            }
            return write.dryRun() ? next : commitRevision(kind, current, next);
        });
    }

    /**
     * Applies a configuration as its writer's: creates the object when it is not there, else changes the fields named,
     * and takes away those that the writer named before and names no longer.
     */
    public ObjectNode apply(Kind kind, String namespace, String name, ObjectNode configuration, Write write) {
        return exclusively(() -> {
            boolean stored = of(kind).containsKey(new Key(kind.namespaced() ? namespace : "", name));
            return stored
                    ? change(kind, namespace, name, write, current -> applied(kind, current, configuration, write))
                    : create(kind, applied(kind, null, configuration, write), write);
        });
    }

    private ObjectNode applied(Kind kind, @Nullable ObjectNode stored, ObjectNode configuration, Write write) {
        return Draft.apply(kind, catalogue.form(kind), stored, configuration, write, clock.instant());
    }

    @Override
    public void delete(
            Kind kind, String namespace, String name, String uid, String policy, long graceSeconds, Writer writer) {
        delete(kind, namespace, name, new Deletion(uid, "", policy, graceSeconds, false));
    }

    /** Deletes and returns the last state: terminating when something still holds the object, else as it went. */
    public ObjectNode delete(Kind kind, String namespace, String name, Deletion deletion) {
        return exclusively(() -> {
            ObjectNode current = require(kind, namespace, name);
            Removal.checkPreconditions(kind, current, deletion);
            Kind own = catalogue.storage(kind);
            ObjectNode left = remove(own, current, deletion);
            return own.equals(kind) ? left : catalogue.shown(kind, left);
        });
    }

    private ObjectNode remove(Kind kind, ObjectNode current, Deletion deletion) {
        ObjectNode marked = Removal.mark(kind, current, deletion, clock.instant());
        if (deletion.dryRun() || marked.equals(current)) {
            return marked;
        }
        return Revision.isReleased(kind, marked)
                ? commit(StoreEvent.Type.DELETED, kind, current, current.deepCopy())
                : commit(StoreEvent.Type.MODIFIED, kind, current, marked);
    }

    @Override
    public AutoCloseable subscribe(Consumer<StoreEvent> listener) {
        return exclusively(() -> feed.subscribe(version, listener));
    }

    /** Stops telling listeners; what is stored stays readable. */
    @Override
    public void close() {
        feed.close();
    }

    private ObjectNode commitRevision(Kind kind, ObjectNode current, ObjectNode next) {
        return Revision.isReleased(kind, next)
                ? commit(StoreEvent.Type.DELETED, kind, current, next)
                : commit(StoreEvent.Type.MODIFIED, kind, current, next);
    }

    private ObjectNode commit(StoreEvent.Type type, Kind kind, @Nullable ObjectNode before, ObjectNode after) {
        version++;
        ObjectNode kept = catalogue.kept(kind, after);
        ObjectNode earlier =
                before == null || catalogue.isShownAsStored(kind) ? before : catalogue.kept(kind, before.deepCopy());
        Meta.of(kept).put("resourceVersion", Long.toString(version));
        Key key = new Key(kind.namespaced() ? Meta.namespace(kept) : "", Meta.name(kept));
        if (type == StoreEvent.Type.DELETED) {
            of(kind).remove(key);
        } else {
            of(kind).put(key, kept);
        }
        if (kind.equals(Kinds.DEFINITION)) {
            define(type, kept);
        }
        versions.put(resource(kind), version);
        feed.publish(new StoreEvent(type, catalogue.storage(kind), kept, earlier, version));
        return catalogue.shown(kind, kept);
    }

    private void define(StoreEvent.Type type, ObjectNode definition) {
        if (type == StoreEvent.Type.DELETED) {
            catalogue.forget(definition);
        } else {
            catalogue.define(definition);
        }
    }

    private ObjectNode require(Kind kind, String namespace, String name) {
        ObjectNode found = of(kind).get(new Key(kind.namespaced() ? namespace : "", name));
        if (found == null) {
            throw Refusals.notFound(kind, name);
        }
        return found;
    }

    private NavigableMap<Key, ObjectNode> of(Kind kind) {
        return objects.computeIfAbsent(resource(kind), unused -> new ConcurrentSkipListMap<>());
    }

    private Resource resource(Kind kind) {
        return Resource.of(catalogue.storage(kind));
    }

    private <T> T exclusively(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    /** Where objects are kept, whatever the version in which they are asked for. */
    private record Resource(String group, String plural) {
        static Resource of(Kind kind) {
            return new Resource(kind.group(), kind.plural());
        }
    }
}
