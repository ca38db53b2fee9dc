package dev.understudy.simulated.schema;

import dev.understudy.simulated.schema.Shape.Struct;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The model class of each kind served. A new kind is one more line. */
public final class Models {
    private static final Map<String, Class<?>> BY_KIND = Stream.<Class<?>>of(
                    Namespace.class,
                    Node.class,
                    Pod.class,
                    Service.class,
                    ConfigMap.class,
                    Secret.class,
                    ServiceAccount.class,
                    Event.class,
                    PersistentVolumeClaim.class,
                    PersistentVolume.class,
                    ResourceQuota.class,
                    LimitRange.class,
                    Deployment.class,
                    ReplicaSet.class,
                    StatefulSet.class,
                    DaemonSet.class,
                    ControllerRevision.class,
                    Job.class,
                    CronJob.class,
                    Lease.class,
                    EndpointSlice.class,
                    HorizontalPodAutoscaler.class,
                    PodDisruptionBudget.class,
                    NetworkPolicy.class,
                    Ingress.class,
                    IngressClass.class,
                    PriorityClass.class,
                    StorageClass.class,
                    Role.class,
                    RoleBinding.class,
                    ClusterRole.class,
                    ClusterRoleBinding.class,
                    CustomResourceDefinition.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private Models() {}

    /** Returns the shape of a kind, or empty for one whose fields are not known. */
    public static Optional<Struct> shapeOf(String kind) {
        return Optional.ofNullable(BY_KIND.get(kind)).map(Shapes::of);
    }
}
