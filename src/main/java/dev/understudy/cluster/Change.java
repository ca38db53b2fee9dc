package dev.understudy.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One reversible step on the cluster. The vocabulary is closed: faults plan only these, only the adapter carries them
 * out, and because each knows its inverse no fault writes undo code.
 */
public sealed interface Change {
    /** The object that the change touches. */
    ObjectRef object();

    /** Returns the change that takes this one back, or empty when a controller does so by itself. */
    Optional<Change> inverse();

    /** Returns a copy that may be shown and journalled: values of Secrets are replaced by their length. */
    Change redacted();

    /** Returns one line for a plan: what happens to which object. */
    String describe();

    /**
     * Edits fields of one object in one patch, so that there is one rollout and no invalid state between.
     *
     * @param uid the object's uid when planned: a new object of the same name is not ours
     * @param revision number of the newest revision of the object's pod template when previewed: a newer one with our
     *     values was made by this change; empty when the edit leaves the template alone
     */
    record Edit(ObjectRef object, String uid, List<FieldEdit> edits, String revision) implements Change {
        private static final FieldPath TEMPLATE = FieldPath.of("spec.template");
        private static final Set<ResourceType> TEMPLATED =
                Set.of(ResourceType.DEPLOYMENT, ResourceType.STATEFUL_SET, ResourceType.DAEMON_SET);

        public Edit {
            edits = List.copyOf(edits);
        }

        /** An edit as a fault plans it, before anybody asked the server. */
        public Edit(ObjectRef object, String uid, List<FieldEdit> edits) {
            this(object, uid, edits, "");
        }

        /** Returns the edits that change the pod template of a workload, and so roll out a revision. */
        public List<FieldEdit> templateEdits() {
            return TEMPLATED.contains(object.type())
                    ? edits.stream().filter(e -> e.path().overlaps(TEMPLATE)).toList()
                    : List.of();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(
                    new Edit(object, uid, edits.stream().map(FieldEdit::inverse).toList(), revision));
        }

        @Override
        public Change redacted() {
            boolean secret = object.type().equals(ResourceType.SECRET);
            return secret || edits.stream().anyMatch(FieldEdit::sensitive)
                    ? new Edit(
                            object,
                            uid,
                            edits.stream()
                                    .map(edit -> secret || edit.sensitive() ? edit.hidden() : edit)
                                    .toList(),
                            revision)
                    : this;
        }

        /** What it takes to remove the revision that a change of the template leaves behind. */
        private Set<Permission> revisionPermissions() {
            Set<ResourceType> types = templateEdits().isEmpty()
                    ? Set.of()
                    : object.type().equals(ResourceType.DEPLOYMENT)
                            ? Set.of(ResourceType.REPLICA_SET)
                            : Set.of(ResourceType.REVISION, ResourceType.POD);
            return types.stream()
                    .flatMap(type ->
                            Stream.of("list", "delete").map(verb -> Permission.all(type, object.namespace(), verb)))
                    .collect(Collectors.toSet());
        }

        @Override
        public String describe() {
            return object + ": " + String.join(", ", redactedEdits());
        }

        private List<String> redactedEdits() {
            return ((Edit) redacted()).edits.stream().map(FieldEdit::toString).toList();
        }
    }

    /**
     * Creates an object.
     *
     * @param manifest the whole object as JSON, without the mark
     * @param mark random text that the object will carry in an annotation: only what carries it is deleted again
     */
    record Create(ObjectRef object, Map<String, Object> manifest, String mark) implements Change {
        public Create {
            manifest = Map.copyOf(manifest);
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Delete(object, "", manifest, mark));
        }

        @Override
        public Change redacted() {
            return object.type().equals(ResourceType.SECRET) ? new Create(object, Map.of(), mark) : this;
        }

        @Override
        public String describe() {
            return object + ": created";
        }
    }

    /**
     * Deletes an object that no controller brings back.
     *
     * @param uid the object's uid when planned; empty for the inverse of a {@link Create}, which reads it then
     * @param snapshot the object without uid, versions, timestamps, managedFields and status, to create it again
     * @param mark empty, or the mark that the object must carry
     * @param owners who owned which of its fields, so that they own them again; known once the change was previewed
     */
    record Delete(ObjectRef object, String uid, Map<String, Object> snapshot, String mark, List<FieldOwner> owners)
            implements Change {
        public Delete {
            snapshot = Map.copyOf(snapshot);
            owners = List.copyOf(owners);
        }

        /** A deletion as a fault plans it, before anybody asked the server. */
        public Delete(ObjectRef object, String uid, Map<String, Object> snapshot, String mark) {
            this(object, uid, snapshot, mark, List.of());
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(object, snapshot, mark));
        }

        @Override
        public Change redacted() {
            return object.type().equals(ResourceType.SECRET) ? new Delete(object, uid, Map.of(), mark, owners) : this;
        }

        @Override
        public String describe() {
            return object + ": deleted";
        }
    }

    /**
     * Removes a pod that its controller replaces; there is nothing to undo.
     *
     * @param uid the pod's uid when planned
     * @param evict whether to ask politely, through the eviction that budgets may refuse
     * @param grace seconds that its containers get to end, 0 to forget it at once; null for the time that the pod itself
     *     asks for
     */
    record RemovePod(
            ObjectRef object,
            String uid,
            boolean evict,
            @Nullable Integer grace) implements Change {
        /** @throws IllegalArgumentException when the grace is negative */
        public RemovePod {
            if (grace != null && grace < 0) {
                throw new IllegalArgumentException("a grace is 0 seconds or more, not " + grace);
            }
        }

        /** A removal with the grace that the pod itself asks for. */
        public RemovePod(ObjectRef object, String uid, boolean evict) {
            this(object, uid, evict, null);
        }

        /** Returns what becomes of the pod: {@code evicted}, {@code deleted at once}, {@code deleted within 5s}. */
        public String fate() {
            String removed = evict ? "evicted" : "deleted";
            if (grace == null) {
                return removed;
            }
            return removed + (grace == 0 ? " at once" : " within " + grace + "s");
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.empty();
        }

        @Override
        public Change redacted() {
            return this;
        }

        @Override
        public String describe() {
            return object + ": " + fate() + " (its controller replaces it)";
        }
    }

    /** Returns what the API server must allow for this change and for its undo. */
    default Set<Permission> permissions() {
        return switch (this) {
            case Edit edit -> {
                Set<Permission> all = Permission.verbs(edit.object(), "get", "patch");
                all.addAll(edit.revisionPermissions());
                yield all;
            }
            case Create create -> Permission.verbs(create.object(), "get", "create", "delete");
            case Delete delete -> Permission.verbs(delete.object(), "get", "create", "delete");
            case RemovePod pod
            when pod.evict() ->
                Set.of(
                        Permission.of(pod.object(), "get"),
                        Permission.of(pod.object(), "create").on("eviction"));
            case RemovePod pod -> Permission.verbs(pod.object(), "get", "delete");
        };
    }
}
