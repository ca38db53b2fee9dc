package dev.understudy.simulated.schema;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which fields the server leaves out when they are empty, and which it always writes. Texts, lists and maps vanish when
 * empty unless named here; numbers and booleans stay at zero unless named here; some objects are always there.
 */
final class Omissions {
    private static final Set<String> VANISH_AT_ZERO = fields("""
            Event: count deprecatedCount
            NodeSpec: unschedulable
            PodSpec: hostNetwork hostPID hostIPC
            PodStatus: observedGeneration
            PodCondition: observedGeneration
            Condition: observedGeneration
            ServiceSpec: healthCheckNodePort publishNotReadyAddresses
            ServicePort: nodePort
            DeploymentSpec: minReadySeconds paused
            DeploymentStatus: observedGeneration replicas updatedReplicas readyReplicas availableReplicas \
            unavailableReplicas
            ReplicaSetSpec: minReadySeconds
            StatefulSetSpec: minReadySeconds
            StatefulSetStatus: observedGeneration readyReplicas currentReplicas updatedReplicas
            StatefulSetOrdinals: start
            DaemonSetSpec: minReadySeconds
            DaemonSetStatus: observedGeneration updatedNumberScheduled numberAvailable numberUnavailable
            ReplicaSetStatus: fullyLabeledReplicas readyReplicas availableReplicas observedGeneration
            JobStatus: active succeeded failed
            HorizontalPodAutoscalerStatus: currentReplicas
            PodDisruptionBudgetStatus: observedGeneration
            Container: stdin stdinOnce tty
            EphemeralContainer: stdin stdinOnce tty
            ContainerPort: hostPort
            VolumeMount: readOnly
            Probe: initialDelaySeconds timeoutSeconds periodSeconds successThreshold failureThreshold
            PersistentVolumeClaimVolumeSource: readOnly
            NFSVolumeSource: readOnly
            ContainerStateTerminated: signal
            CustomResourceDefinitionVersion: deprecated
            CustomResourceColumnDefinition: priority
            JSONSchemaProps: exclusiveMaximum exclusiveMinimum nullable uniqueItems x-kubernetes-embedded-resource \
            x-kubernetes-int-or-string
            """);

    private static final Set<String> KEPT_WHEN_EMPTY = fields("""
            Event: reportingComponent reportingInstance
            EndpointSlice: endpoints ports
            Endpoint: addresses hostname nodeName zone
            EndpointPort: name appProtocol
            Role: rules
            ClusterRole: rules
            PolicyRule: verbs
            RoleRef: apiGroup kind name
            Subject: kind name
            OwnerReference: apiVersion kind name uid
            PodSpec: containers runtimeClassName
            Container: name
            ContainerStatus: name image imageID
            EnvVar: name
            Volume: name
            VolumeMount: name mountPath
            Condition: reason message
            LabelSelectorRequirement: key operator
            HostPathVolumeSource: path type
            GRPCAction: service
            HTTPHeader: name value
            KeyToPath: key path
            NodeSystemInfo: machineID systemUUID bootID kernelVersion osImage containerRuntimeVersion kubeletVersion \
            kubeProxyVersion operatingSystem architecture
            HorizontalPodAutoscalerStatus: currentMetrics
            CrossVersionObjectReference: kind name
            NodeSelector: nodeSelectorTerms
            StatefulSetSpec: serviceName
            CronJobSpec: schedule timeZone
            PersistentVolumeClaimSpec: storageClassName volumeAttributesClassName
            PersistentVolumeClaimVolumeSource: claimName
            StorageClass: provisioner
            """);

    private static final Set<String> ALWAYS_THERE = fields("""
            Namespace: metadata spec status
            Node: metadata spec status
            Pod: metadata spec status
            Service: metadata spec status
            ConfigMap: metadata
            Secret: metadata
            ServiceAccount: metadata
            Event: metadata involvedObject source regarding deprecatedSource
            Deployment: metadata spec status
            ReplicaSet: metadata spec status
            Job: metadata spec status
            EndpointSlice: metadata
            HorizontalPodAutoscaler: metadata spec status
            PodDisruptionBudget: metadata spec status
            NetworkPolicy: metadata spec
            Role: metadata
            RoleBinding: metadata roleRef
            ClusterRole: metadata
            ClusterRoleBinding: metadata roleRef
            NodeStatus: daemonEndpoints nodeInfo
            ServiceStatus: loadBalancer
            DeploymentSpec: template strategy
            ReplicaSetSpec: template
            JobSpec: template
            Endpoint: conditions
            HorizontalPodAutoscalerSpec: scaleTargetRef
            NetworkPolicySpec: podSelector
            Container: resources
            EphemeralContainer: resources
            ContainerStatus: state lastState
            PodTemplateSpec: metadata spec
            StatefulSet: metadata spec status
            StatefulSetSpec: template updateStrategy
            DaemonSet: metadata spec status
            DaemonSetSpec: template updateStrategy
            ControllerRevision: metadata
            CronJob: metadata spec status
            CronJobSpec: jobTemplate
            JobTemplateSpec: metadata spec
            PersistentVolumeClaim: metadata spec status
            PersistentVolumeClaimSpec: resources
            PersistentVolume: metadata spec status
            StorageClass: metadata
            """);

    private Omissions() {}

    static boolean vanishesAtZero(String type, String field) {
        return VANISH_AT_ZERO.contains(type + "." + field);
    }

    static boolean keptWhenEmpty(String type, String field) {
        return KEPT_WHEN_EMPTY.contains(type + "." + field);
    }

    static boolean isAlwaysThere(String type, String field) {
        return ALWAYS_THERE.contains(type + "." + field);
    }

    private static Set<String> fields(String table) {
        return table.lines().flatMap(Omissions::line).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> line(String line) {
        String[] parts = line.split(":", 2);
        return Arrays.stream(parts[1].trim().split(" +")).map(field -> parts[0] + "." + field);
    }
}
