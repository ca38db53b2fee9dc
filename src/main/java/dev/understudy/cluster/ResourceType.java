package dev.understudy.cluster;

import java.util.List;

/**
 * A kind of object and where the API server keeps it.
 *
 * @param group API group, empty for the core group
 * @param version API version, such as {@code v1}
 * @param kind such as {@code Deployment}
 * @param plural resource name in URLs and permissions, such as {@code deployments}
 * @param namespaced whether its objects live in a namespace
 */
public record ResourceType(String group, String version, String kind, String plural, boolean namespaced) {
    public static final ResourceType NAMESPACE = new ResourceType("", "v1", "Namespace", "namespaces", false);
    public static final ResourceType POD = new ResourceType("", "v1", "Pod", "pods", true);
    public static final ResourceType SERVICE = new ResourceType("", "v1", "Service", "services", true);
    public static final ResourceType CONFIG_MAP = new ResourceType("", "v1", "ConfigMap", "configmaps", true);
    public static final ResourceType SECRET = new ResourceType("", "v1", "Secret", "secrets", true);
    public static final ResourceType DEPLOYMENT = new ResourceType("apps", "v1", "Deployment", "deployments", true);
    public static final ResourceType REPLICA_SET = new ResourceType("apps", "v1", "ReplicaSet", "replicasets", true);
    public static final ResourceType STATEFUL_SET = new ResourceType("apps", "v1", "StatefulSet", "statefulsets", true);
    public static final ResourceType REVISION =
            new ResourceType("apps", "v1", "ControllerRevision", "controllerrevisions", true);
    public static final ResourceType DAEMON_SET = new ResourceType("apps", "v1", "DaemonSet", "daemonsets", true);
    public static final ResourceType ENDPOINT_SLICE =
            new ResourceType("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices", true);
    public static final ResourceType NODE = new ResourceType("", "v1", "Node", "nodes", false);
    public static final ResourceType QUOTA = new ResourceType("", "v1", "ResourceQuota", "resourcequotas", true);
    public static final ResourceType NETWORK_POLICY =
            new ResourceType("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies", true);
    public static final ResourceType ROLE_BINDING =
            new ResourceType("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings", true);
    public static final ResourceType BUDGET =
            new ResourceType("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets", true);
    public static final ResourceType JOB = new ResourceType("batch", "v1", "Job", "jobs", true);
    public static final ResourceType AUTOSCALER =
            new ResourceType("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", true);

    /** Every type that files may name by its kind alone. */
    public static final List<ResourceType> KNOWN = List.of(
            DEPLOYMENT,
            STATEFUL_SET,
            DAEMON_SET,
            POD,
            SERVICE,
            CONFIG_MAP,
            SECRET,
            JOB,
            NODE,
            NETWORK_POLICY,
            QUOTA,
            ROLE_BINDING,
            BUDGET,
            AUTOSCALER);

    /** Returns {@code v1} or {@code apps/v1}, as objects of this type carry it. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Returns the name kubectl takes: {@code pods}, {@code deployments.apps}. */
    public String qualified() {
        return group.isEmpty() ? plural : plural + "." + group;
    }
}
