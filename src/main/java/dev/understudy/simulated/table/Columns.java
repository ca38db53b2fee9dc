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

/** The columns of each kind, between the name and the age that every kind has. */
final class Columns {
    private static final Column NAME =
            Column.text("Name", object -> object.path("metadata").path("name").asText());

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
                Map.entry(Kinds.PRIORITY_CLASS, PolicyColumns.priorityClass()),
                Map.entry(Kinds.SERVICE, NetworkColumns.service()),
                Map.entry(Kinds.ENDPOINT_SLICE, NetworkColumns.endpointSlice()),
                Map.entry(Kinds.NETWORK_POLICY, NetworkColumns.policy()),
                Map.entry(Kinds.INGRESS, IngressColumns.ingress()),
                Map.entry(Kinds.INGRESS_CLASS, IngressColumns.ingressClass()),
                Map.entry(Kinds.NODE, ClusterColumns.node()),
                Map.entry(Kinds.NAMESPACE, ClusterColumns.namespace()),
                Map.entry(Kinds.CONFIG_MAP, ClusterColumns.configMap()),
                Map.entry(Kinds.SECRET, ClusterColumns.secret()),
                Map.entry(Kinds.EVENT, ClusterColumns.event(clock)),
                Map.entry(Kinds.ROLE_BINDING, ClusterColumns.binding()),
                Map.entry(Kinds.CLUSTER_ROLE_BINDING, ClusterColumns.binding()));
    }

    List<Column> of(Kind kind) {
        Optional<DefinedVersion> defined = kinds.version(kind);
        if (defined.isPresent()) {
            List<Column> columns = new ArrayList<>(List.of(NAME));
            columns.addAll(CustomColumns.of(defined.get().columns(), clock));
            return columns;
        }
        List<Column> own = byKind.getOrDefault(kind, List.of());
        if (kind.equals(Kinds.EVENT)) {
            return own;
        }
        List<Column> columns = new ArrayList<>();
        columns.add(name(kind));
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
