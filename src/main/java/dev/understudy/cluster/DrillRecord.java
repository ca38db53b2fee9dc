package dev.understudy.cluster;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second journal: what stands in the target namespace so that anybody can finish the undo from it alone.
 *
 * @param drill id of the drill that holds the namespace
 * @param namespace the target namespace
 * @param clusterUid uid of kube-system, which names the cluster
 * @param manager field manager of the drill's writes
 * @param expires from then on anybody may undo; UTC, by the writer's clock
 * @param changes everything that was or may have been changed, oldest first
 * @param undoneBy who has begun to undo it from outside; null while the drill itself holds it
 * @param version resourceVersion of the record when it was read; empty for one not yet written
 */
public record DrillRecord(
        String drill,
        String namespace,
        String clusterUid,
        String manager,
        Instant expires,
        List<Change> changes,
        @Nullable String undoneBy,
        String version) {
    /** Name of the ConfigMap that holds the record and of the Secret beside it. */
    public static final String NAME = "understudy-drill";
    /** Name of the Job that owns what the drill created. */
    public static final String GUARD = "understudy-guard";
    /** Label that carries the drill's id on everything the drill made. */
    public static final String LABEL = "understudy.dev/drill";
    /** Key of the ConfigMap under which stands who undoes the drill from outside. */
    public static final String MARK = "undoneBy";

    public DrillRecord {
        changes = List.copyOf(changes);
    }

    /**
     * Returns what the API server must allow for keeping a record in a namespace.
     *
     * @param secrets whether a change of the drill holds values of Secrets
     */
    public static Set<Permission> permissions(String namespace, boolean secrets) {
        Set<Permission> all = new LinkedHashSet<>();
        for (String verb : List.of("get", "create", "update", "delete")) {
            all.add(Permission.of(new ObjectRef(ResourceType.CONFIG_MAP, namespace, NAME), verb));
            if (secrets) {
                all.add(Permission.of(new ObjectRef(ResourceType.SECRET, namespace, NAME), verb));
            }
        }
        all.addAll(Permission.verbs(
                new ObjectRef(ResourceType.JOB, namespace, GUARD), "get", "create", "patch", "delete"));
        return all;
    }

    /** The same with more changes and a new expiry. */
    public DrillRecord extended(List<Change> more, Instant until) {
        return new DrillRecord(drill, namespace, clusterUid, manager, until, more, undoneBy, version);
    }

    /** The same as read or written at a version. */
    public DrillRecord at(String resourceVersion) {
        return new DrillRecord(drill, namespace, clusterUid, manager, expires, changes, undoneBy, resourceVersion);
    }

    /** The same, marked as being undone by somebody. */
    public DrillRecord marked(String who) {
        return new DrillRecord(drill, namespace, clusterUid, manager, expires, changes, who, version);
    }
}
