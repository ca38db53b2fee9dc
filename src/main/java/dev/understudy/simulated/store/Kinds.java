package dev.understudy.simulated.store;

import java.util.List;
import java.util.Set;

/** The kinds that every simulated cluster serves; a {@link Catalogue} knows those that its clients define too. */
public final class Kinds {
    public static final Kind NAMESPACE =
            new Kind("", "v1", "Namespace", "namespaces", List.of("ns"), false, Set.of("status", "finalize"));
    public static final Kind NODE = new Kind("", "v1", "Node", "nodes", List.of("no"), false, Set.of("status"));
    public static final Kind POD = new Kind(
            "",
            "v1",
            "Pod",
            "pods",
            List.of("po"),
            true,
            Set.of("status", "eviction", "log", "exec", "attach", "portforward", "ephemeralcontainers"));
    public static final Kind SERVICE =
            new Kind("", "v1", "Service", "services", List.of("svc"), true, Set.of("status", "proxy"));
    public static final Kind CONFIG_MAP = new Kind("", "v1", "ConfigMap", "configmaps", List.of("cm"), true, Set.of());
    public static final Kind SECRET = new Kind("", "v1", "Secret", "secrets", List.of(), true, Set.of());
    public static final Kind SERVICE_ACCOUNT =
            new Kind("", "v1", "ServiceAccount", "serviceaccounts", List.of("sa"), true, Set.of("token"));
    public static final Kind EVENT = new Kind("", "v1", "Event", "events", List.of("ev"), true, Set.of());
    /** The newer form of {@link #EVENT}, in a group of its own. */
    public static final Kind GROUP_EVENT =
            new Kind("events.k8s.io", "v1", "Event", "events", List.of("ev"), true, Set.of());

    public static final Kind DEPLOYMENT =
            new Kind("apps", "v1", "Deployment", "deployments", List.of("deploy"), true, Set.of("status", "scale"));
    public static final Kind REPLICA_SET =
            new Kind("apps", "v1", "ReplicaSet", "replicasets", List.of("rs"), true, Set.of("status", "scale"));
    public static final Kind JOB = new Kind("batch", "v1", "Job", "jobs", List.of(), true, Set.of("status"));
    public static final Kind ENDPOINT_SLICE =
            new Kind("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices", List.of(), true, Set.of());
    public static final Kind AUTOSCALER = new Kind(
            "autoscaling",
            "v2",
            "HorizontalPodAutoscaler",
            "horizontalpodautoscalers",
            List.of("hpa"),
            true,
            Set.of("status"));
    /** The older version of {@link #AUTOSCALER}, which {@code kubectl autoscale} may write. */
    public static final Kind AUTOSCALER_V1 = new Kind(
            "autoscaling",
            "v1",
            "HorizontalPodAutoscaler",
            "horizontalpodautoscalers",
            List.of("hpa"),
            true,
            Set.of("status"));

    public static final Kind DISRUPTION_BUDGET = new Kind(
            "policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets", List.of("pdb"), true, Set.of("status"));
    public static final Kind NETWORK_POLICY =
            new Kind("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies", List.of("netpol"), true, Set.of());
    public static final Kind ROLE =
            new Kind("rbac.authorization.k8s.io", "v1", "Role", "roles", List.of(), true, Set.of());
    public static final Kind ROLE_BINDING =
            new Kind("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings", List.of(), true, Set.of());
    public static final Kind CLUSTER_ROLE =
            new Kind("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles", List.of(), false, Set.of());
    public static final Kind CLUSTER_ROLE_BINDING = new Kind(
            "rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "clusterrolebindings", List.of(), false, Set.of());

    public static final Kind STATEFUL_SET =
            new Kind("apps", "v1", "StatefulSet", "statefulsets", List.of("sts"), true, Set.of("status", "scale"));
    public static final Kind DAEMON_SET =
            new Kind("apps", "v1", "DaemonSet", "daemonsets", List.of("ds"), true, Set.of("status"));
    public static final Kind CONTROLLER_REVISION =
            new Kind("apps", "v1", "ControllerRevision", "controllerrevisions", List.of(), true, Set.of());
    public static final Kind CRON_JOB =
            new Kind("batch", "v1", "CronJob", "cronjobs", List.of("cj"), true, Set.of("status"));
    public static final Kind VOLUME_CLAIM = new Kind(
            "", "v1", "PersistentVolumeClaim", "persistentvolumeclaims", List.of("pvc"), true, Set.of("status"));
    public static final Kind VOLUME =
            new Kind("", "v1", "PersistentVolume", "persistentvolumes", List.of("pv"), false, Set.of("status"));
    public static final Kind STORAGE_CLASS =
            new Kind("storage.k8s.io", "v1", "StorageClass", "storageclasses", List.of("sc"), false, Set.of());
    public static final Kind RESOURCE_QUOTA =
            new Kind("", "v1", "ResourceQuota", "resourcequotas", List.of("quota"), true, Set.of("status"));
    public static final Kind LIMIT_RANGE =
            new Kind("", "v1", "LimitRange", "limitranges", List.of("limits"), true, Set.of());
    public static final Kind PRIORITY_CLASS =
            new Kind("scheduling.k8s.io", "v1", "PriorityClass", "priorityclasses", List.of("pc"), false, Set.of());
    public static final Kind LEASE =
            new Kind("coordination.k8s.io", "v1", "Lease", "leases", List.of(), true, Set.of());
    public static final Kind INGRESS =
            new Kind("networking.k8s.io", "v1", "Ingress", "ingresses", List.of("ing"), true, Set.of("status"));
    public static final Kind INGRESS_CLASS =
            new Kind("networking.k8s.io", "v1", "IngressClass", "ingressclasses", List.of(), false, Set.of());

    public static final Kind DEFINITION = new Kind(
            "apiextensions.k8s.io",
            "v1",
            "CustomResourceDefinition",
            "customresourcedefinitions",
            List.of("crd", "crds"),
            false,
            Set.of("status"));

    /** Every kind that every cluster serves, in the order of discovery. */
    public static final List<Kind> ALL = List.of(
            NAMESPACE,
            NODE,
            POD,
            SERVICE,
            CONFIG_MAP,
            SECRET,
            SERVICE_ACCOUNT,
            EVENT,
            VOLUME_CLAIM,
            VOLUME,
            RESOURCE_QUOTA,
            LIMIT_RANGE,
            DEPLOYMENT,
            REPLICA_SET,
            STATEFUL_SET,
            DAEMON_SET,
            CONTROLLER_REVISION,
            JOB,
            CRON_JOB,
            LEASE,
            ENDPOINT_SLICE,
            AUTOSCALER,
            AUTOSCALER_V1,
            GROUP_EVENT,
            DISRUPTION_BUDGET,
            NETWORK_POLICY,
            INGRESS,
            INGRESS_CLASS,
            PRIORITY_CLASS,
            STORAGE_CLASS,
            ROLE,
            ROLE_BINDING,
            CLUSTER_ROLE,
            CLUSTER_ROLE_BINDING,
            DEFINITION);

    private Kinds() {}
}
