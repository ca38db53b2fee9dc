package dev.understudy.fault;

import dev.understudy.cluster.ResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the API server keeps objects of a kind. Planners ask no server, so it is known for the kinds that manifests of
 * drills are made of, and for the rest the file says it.
 */
final class KnownKinds {
    private static final String ADMISSION = "admissionregistration.k8s.io";
    private static final List<ResourceType> BUILT_IN = List.of(
            ResourceType.POD,
            ResourceType.SERVICE,
            ResourceType.CONFIG_MAP,
            ResourceType.SECRET,
            ResourceType.DEPLOYMENT,
            ResourceType.REPLICA_SET,
            ResourceType.STATEFUL_SET,
            ResourceType.DAEMON_SET,
            ResourceType.JOB,
            ResourceType.QUOTA,
            ResourceType.NETWORK_POLICY,
            ResourceType.ROLE_BINDING,
            ResourceType.BUDGET,
            ResourceType.AUTOSCALER,
            ResourceType.NAMESPACE,
            ResourceType.NODE,
            new ResourceType("", "v1", "LimitRange", "limitranges", true),
            new ResourceType("", "v1", "ServiceAccount", "serviceaccounts", true),
            new ResourceType("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims", true),
            new ResourceType("batch", "v1", "CronJob", "cronjobs", true),
            new ResourceType("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices", true),
            new ResourceType("networking.k8s.io", "v1", "Ingress", "ingresses", true),
            new ResourceType("rbac.authorization.k8s.io", "v1", "Role", "roles", true),
            new ResourceType("scheduling.k8s.io", "v1", "PriorityClass", "priorityclasses", false),
            new ResourceType("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles", false),
            new ResourceType("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "clusterrolebindings", false),
            new ResourceType(
                    ADMISSION, "v1", "ValidatingWebhookConfiguration", "validatingwebhookconfigurations", false),
            new ResourceType(ADMISSION, "v1", "MutatingWebhookConfiguration", "mutatingwebhookconfigurations", false),
            new ResourceType(ADMISSION, "v1", "ValidatingAdmissionPolicy", "validatingadmissionpolicies", false),
            new ResourceType(
                    ADMISSION, "v1", "ValidatingAdmissionPolicyBinding", "validatingadmissionpolicybindings", false));

    private KnownKinds() {}

    /**
     * Finds a kind.
     *
     * @param told plurals by kind, of namespaced kinds that are not built in
     */
    static Optional<ResourceType> find(String apiVersion, String kind, Map<String, String> told) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        String version = apiVersion.substring(slash + 1);
        return BUILT_IN.stream()
                .filter(type ->
                        type.apiVersion().equals(apiVersion) && type.kind().equals(kind))
                .findFirst()
                .or(() -> Stream.of(Optional.ofNullable(told.get(kind)), chaos(group, kind))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(plural -> new ResourceType(group, version, kind, plural, true)));
    }

    /** Chaos Mesh calls many by the same word as one. */
    private static Optional<String> chaos(String group, String kind) {
        String word = kind.toLowerCase(Locale.ROOT);
        return switch (group) {
            case "chaos-mesh.org" -> Optional.of(word.endsWith("chaos") ? word : word + "s");
            case "litmuschaos.io" -> Optional.of(word + "s");
            default -> Optional.empty();
        };
    }
}
