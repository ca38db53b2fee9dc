package dev.understudy.simulated.table;

import dev.understudy.simulated.custom.DefinedVersion;
import dev.understudy.simulated.store.Catalogue;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of each kind, between the name and the age that nearly every kind has. */
final class Columns {
    private static final Column NAME =
            Column.text("Name", object -> object.path("metadata").path("name").asText());

    /** Columns that tell an object's age; a kind that places one itself gets no other. */
    private static final Set<String> AGES = Set.of("Age", "Created At");

    private final InstantSource clock;
    private final Catalogue kinds;
    private final Map<Kind, List<Column>> byKind;

    Columns(InstantSource clock, Catalogue kinds) {
        this.clock = clock;
        this.kinds = kinds;
        this.byKind = Map.ofEntries(
                Map.entry(Kinds.POD, PodColumns.of(clock)),
                Map.entry(Kinds.DEPLOYMENT, WorkloadColumns.deployment()),
                Map.entry(Kinds.REPLICA_SET, WorkloadColumns.replicaSet()),
                Map.entry(Kinds.JOB, WorkloadColumns.job(clock)),
                Map.entry(Kinds.STATEFUL_SET, WorkloadColumns.statefulSet()),
                Map.entry(Kinds.DAEMON_SET, WorkloadColumns.daemonSet()),
                Map.entry(Kinds.CRON_JOB, WorkloadColumns.cronJob(clock)),
                Map.entry(Kinds.CONTROLLER_REVISION, WorkloadColumns.revision()),
                Map.entry(Kinds.VOLUME_CLAIM, StorageColumns.claim()),
                Map.entry(Kinds.VOLUME, StorageColumns.volume()),
                Map.entry(Kinds.STORAGE_CLASS, StorageColumns.storageClass()),
                Map.entry(Kinds.AUTOSCALER, PolicyColumns.autoscaler()),
                Map.entry(Kinds.DISRUPTION_BUDGET, PolicyColumns.budget()),
                Map.entry(Kinds.RESOURCE_QUOTA, PolicyColumns.quota()),
                Map.entry(Kinds.PRIORITY_CLASS, PolicyColumns.priorityClass(clock)),
                Map.entry(Kinds.SERVICE, NetworkColumns.service()),
                Map.entry(Kinds.ENDPOINT_SLICE, NetworkColumns.endpointSlice()),
                Map.entry(Kinds.NETWORK_POLICY, NetworkColumns.policy()),
                Map.entry(Kinds.INGRESS, IngressColumns.ingress()),
                Map.entry(Kinds.INGRESS_CLASS, IngressColumns.ingressClass()),
                Map.entry(Kinds.NODE, ClusterColumns.node(clock)),
                Map.entry(Kinds.NAMESPACE, ClusterColumns.namespace()),
                Map.entry(Kinds.CONFIG_MAP, ClusterColumns.configMap()),
                Map.entry(Kinds.SECRET, ClusterColumns.secret()),
                Map.entry(Kinds.EVENT, EventColumns.of(clock)),
                Map.entry(Kinds.LEASE, ClusterColumns.lease()),
                Map.entry(Kinds.LIMIT_RANGE, ClusterColumns.created()),
                Map.entry(Kinds.DEFINITION, ClusterColumns.created()),
                Map.entry(Kinds.ROLE, ClusterColumns.created()),
                Map.entry(Kinds.CLUSTER_ROLE, ClusterColumns.created()),
                Map.entry(Kinds.ROLE_BINDING, AccessColumns.binding()),
                Map.entry(Kinds.CLUSTER_ROLE_BINDING, AccessColumns.binding()));
    }

    List<Column> of(Kind kind) {
        Optional<DefinedVersion> defined = kinds.version(kind);
        if (defined.isPresent()) {
            List<Column> columns = new ArrayList<>(List.of(NAME));
            columns.addAll(CustomColumns.of(defined.get().columns(), clock));
            return columns;
        }
        Kind storage = kinds.storage(kind);
        if (!storage.equals(kind)) {
            return of(storage).stream()
                    .map(column -> column.of(object -> kinds.kept(kind, object)))
                    .toList();
        }
        List<Column> own = byKind.getOrDefault(kind, List.of());
        if (kind.equals(Kinds.EVENT)) {
            return own;
        }
        List<Column> columns = new ArrayList<>();
        columns.add(name(kind));
        if (own.stream().anyMatch(column -> AGES.contains(column.name()))) {
            columns.addAll(own);
            return columns;
        }
        own.stream().filter(column -> !column.wide()).forEach(columns::add);
        columns.add(Column.text("Age", object -> Cells.age(object, clock)));
        own.stream().filter(Column::wide).forEach(columns::add);
        return columns;
    }

    /** The default among classes is marked where it is named. */
    private static Column name(Kind kind) {
        if (kind.equals(Kinds.STORAGE_CLASS)) {
            return Column.text("Name", StorageColumns::className);
        }
        return kind.equals(Kinds.INGRESS_CLASS) ? Column.text("Name", IngressColumns::title) : NAME;
    }
}
