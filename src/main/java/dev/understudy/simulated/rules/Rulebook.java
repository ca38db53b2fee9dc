package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of every kind. A kind that is not listed has those of metadata only. */
public final class Rulebook {
    private static final KindRules NONE = new KindRules() {};

    private static final Map<String, KindRules> RULES = Map.ofEntries(
            Map.entry("Namespace", new NamespaceRules()),
            Map.entry("Pod", new PodRules()),
            Map.entry("Service", new ServiceRules()),
            Map.entry("ConfigMap", new ConfigMapRules()),
            Map.entry("Secret", new SecretRules()),
            Map.entry("Deployment", new DeploymentRules()),
            Map.entry("ReplicaSet", new ReplicaSetRules()),
            Map.entry("Job", new JobRules()),
            Map.entry("StatefulSet", new StatefulSetRules()),
            Map.entry("DaemonSet", new DaemonSetRules()),
            Map.entry("ControllerRevision", new RevisionRules()),
            Map.entry("CronJob", new CronJobRules()),
            Map.entry("PersistentVolumeClaim", new VolumeClaimRules()),
            Map.entry("PersistentVolume", new VolumeRules()),
            Map.entry("StorageClass", new StorageClassRules()),
            Map.entry("EndpointSlice", new EndpointSliceRules()),
            Map.entry("Event", new EventRules()),
            Map.entry("HorizontalPodAutoscaler", new AutoscalerRules()),
            Map.entry("PodDisruptionBudget", new BudgetRules()),
            Map.entry("NetworkPolicy", new NetworkPolicyRules()),
            Map.entry("Ingress", new IngressRules()),
            Map.entry("IngressClass", new IngressClassRules()),
            Map.entry("PriorityClass", new PriorityClassRules()),
            Map.entry("LimitRange", new LimitRangeRules()),
            Map.entry("ResourceQuota", new QuotaRules()),
            Map.entry("Role", new RoleRules()),
            Map.entry("ClusterRole", new RoleRules()),
            Map.entry("RoleBinding", new RoleBindingRules()),
            Map.entry("ClusterRoleBinding", new RoleBindingRules()),
            Map.entry("CustomResourceDefinition", new DefinitionRules()));

    private Rulebook() {}

    /** Fills in the defaults of the kind. */
    public static void fill(String kind, ObjectNode object) {
        RULES.getOrDefault(kind, NONE).fill(object);
    }

    /**
     * Returns every rule that an object breaks, none when it may be stored.
     *
     * @param before the stored object, null on creation
     */
    public static List<Cause> check(String kind, ObjectNode object, @Nullable ObjectNode before) {
        Problems problems = new Problems();
        MetadataRules.check(kind, object, before, problems);
        RULES.getOrDefault(kind, NONE).check(object, before, problems);
        return problems.causes();
    }

    /** Returns every rule of metadata that an object breaks; of a kind that has no others here. */
    public static List<Cause> checkMetadata(String kind, ObjectNode object, @Nullable ObjectNode before) {
        Problems problems = new Problems();
        MetadataRules.check(kind, object, before, problems);
        return problems.causes();
    }
}
