package dev.understudy.simulated.schema;

import dev.understudy.simulated.schema.Shape.Merge;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which lists merge by key and which objects are atomic, as Kubernetes declares them in its OpenAPI document; the model
 * classes do not carry it. Lists not named here are atomic, objects not named here are not.
 */
final class MergeRules {
    /** How one list merges. */
    record Rule(Merge merge, List<String> keys) {}

    private static final Rule ATOMIC = new Rule(Merge.ATOMIC, List.of());
    private static final Rule SET = new Rule(Merge.SET, List.of());
    private static final Rule BY_NAME = keyed("name");
    private static final Rule BY_TYPE = keyed("type");

    private static final Map<String, Rule> LISTS = Map.ofEntries(
            Map.entry("ObjectMeta.ownerReferences", keyed("uid")),
            Map.entry("ObjectMeta.finalizers", SET),
            Map.entry("PodSpec.containers", BY_NAME),
            Map.entry("PodSpec.initContainers", BY_NAME),
            Map.entry("PodSpec.ephemeralContainers", BY_NAME),
            Map.entry("PodSpec.volumes", BY_NAME),
            Map.entry("PodSpec.imagePullSecrets", BY_NAME),
            Map.entry("PodSpec.schedulingGates", BY_NAME),
            Map.entry("PodSpec.resourceClaims", BY_NAME),
            Map.entry("PodSpec.hostAliases", keyed("ip")),
            Map.entry("PodSpec.topologySpreadConstraints", keyed("topologyKey", "whenUnsatisfiable")),
            Map.entry("Container.env", BY_NAME),
            Map.entry("Container.ports", keyed("containerPort", "protocol")),
            Map.entry("Container.volumeMounts", keyed("mountPath")),
            Map.entry("Container.volumeDevices", keyed("devicePath")),
            Map.entry("EphemeralContainer.env", BY_NAME),
            Map.entry("EphemeralContainer.ports", keyed("containerPort", "protocol")),
            Map.entry("EphemeralContainer.volumeMounts", keyed("mountPath")),
            Map.entry("EphemeralContainer.volumeDevices", keyed("devicePath")),
            Map.entry("ResourceRequirements.claims", BY_NAME),
            Map.entry("ServiceAccount.secrets", BY_NAME),
            Map.entry("ServiceSpec.ports", keyed("port", "protocol")),
            Map.entry("ServiceStatus.conditions", BY_TYPE),
            Map.entry("PodStatus.conditions", BY_TYPE),
            Map.entry("PodStatus.podIPs", keyed("ip")),
            Map.entry("PodStatus.hostIPs", keyedInPatches("ip")),
            Map.entry("NodeSpec.podCIDRs", SET),
            Map.entry("NodeStatus.conditions", BY_TYPE),
            Map.entry("NodeStatus.addresses", BY_TYPE),
            Map.entry("NamespaceStatus.conditions", BY_TYPE),
            Map.entry("DeploymentStatus.conditions", BY_TYPE),
            Map.entry("ReplicaSetStatus.conditions", BY_TYPE),
            Map.entry("JobStatus.conditions", keyedInPatches("type")),
            Map.entry("HorizontalPodAutoscalerStatus.conditions", BY_TYPE),
            Map.entry("PodDisruptionBudgetStatus.conditions", BY_TYPE),
            Map.entry("CustomResourceDefinitionStatus.conditions", BY_TYPE),
            Map.entry("Endpoint.addresses", SET),
            Map.entry("PodFailurePolicyOnExitCodesRequirement.values", SET));

    private static final Set<String> ATOMIC_OBJECTS = Set.of(
            "LabelSelector",
            "OwnerReference",
            "ObjectReference",
            "LocalObjectReference",
            "TypedLocalObjectReference",
            "SecretReference",
            "ConfigMapKeySelector",
            "SecretKeySelector",
            "FileKeySelector",
            "ObjectFieldSelector",
            "ResourceFieldSelector",
            "NodeSelector",
            "NodeSelectorTerm",
            "ScopeSelector",
            "TopologySelectorTerm",
            "EndpointPort",
            "RoleRef",
            "Subject");

    private static final Set<String> ATOMIC_MAPS = Set.of("PodSpec.nodeSelector", "ServiceSpec.selector");

    private MergeRules() {}

    static Rule ofList(String type, String field) {
        return LISTS.getOrDefault(type + "." + field, ATOMIC);
    }

    static boolean isAtomicMap(String type, String field) {
        return ATOMIC_MAPS.contains(type + "." + field);
    }

    static boolean isAtomic(String type) {
        return ATOMIC_OBJECTS.contains(type);
    }

    private static Rule keyed(String... keys) {
        return new Rule(Merge.KEYED, List.of(keys));
    }

    private static Rule keyedInPatches(String key) {
        return new Rule(Merge.KEYED_IN_PATCHES, List.of(key));
    }
}
