package dev.understudy.simulated.quota;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.PodResources;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.schema.Amount;
import dev.understudy.simulated.schema.Amounts;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one object takes of the quotas of its namespace, by the names that quotas give to it. */
final class Usage {
    private static final Set<Kind> COUNTED_BY_NAME =
            Set.of(Kinds.CONFIG_MAP, Kinds.SECRET, Kinds.RESOURCE_QUOTA, Kinds.SERVICE, Kinds.VOLUME_CLAIM);
    private static final Set<String> COMPUTE = Set.of("cpu", "memory", "ephemeral-storage");
    private static final String OF_CLASS = ".storageclass.storage.k8s.io/";

    private Usage() {}

    static Amounts of(Kind kind, ObjectNode object, Instant now) {
        Amounts usage = Amounts.of(countName(kind), Amount.ONE);
        if (COUNTED_BY_NAME.contains(kind)) {
            usage = usage.plus(Amounts.of(kind.plural(), Amount.ONE));
        }
        if (kind.equals(Kinds.POD)) {
            return isCharged(object, now) ? usage.plus(pod(object.path("spec"))) : usage;
        }
        if (kind.equals(Kinds.VOLUME_CLAIM)) {
            return usage.plus(claim(object.path("spec")));
        }
        return kind.equals(Kinds.SERVICE) ? usage.plus(service(object.path("spec"))) : usage;
    }

    /** Returns {@code count/pods} or {@code count/deployments.apps}. */
    private static String countName(Kind kind) {
        return "count/" + kind.plural() + (kind.group().isEmpty() ? "" : "." + kind.group());
    }

    /** A pod that has ended, or should have gone by now, takes nothing but its place in the store. */
    private static boolean isCharged(ObjectNode pod, Instant now) {
        boolean overdue = Timestamps.read(pod.path("metadata").path("deletionTimestamp"))
                .filter(due -> due.isBefore(now))
                .isPresent();
        return !PodState.finished(pod) && !overdue;
    }

    private static Amounts pod(JsonNode spec) {
        return compute(PodResources.requests(spec), PodResources.limits(spec));
    }

    /** Returns requests and limits under the names of quotas: {@code cpu}, {@code requests.cpu}, {@code limits.cpu}. */
    static Amounts compute(Amounts requests, Amounts limits) {
        Amounts usage = Amounts.of("pods", Amount.ONE);
        for (Map.Entry<String, Amount> each : requests.byName().entrySet()) {
            String name = each.getKey();
            usage = usage.plus(Amounts.of("requests." + name, each.getValue()));
            if (COMPUTE.contains(name) || name.startsWith("hugepages-")) {
                usage = usage.plus(Amounts.of(name, each.getValue()));
            }
        }
        for (Map.Entry<String, Amount> each : limits.only(COMPUTE).byName().entrySet()) {
            usage = usage.plus(Amounts.of("limits." + each.getKey(), each.getValue()));
        }
        return usage;
    }

    private static Amounts claim(JsonNode spec) {
        Amount storage = Amount.of(spec.path("resources").path("requests").path("storage"));
        Amounts usage = Amounts.of("requests.storage", storage);
        String storageClass = spec.path("storageClassName").asText();
        return storageClass.isEmpty()
                ? usage
                : usage.plus(Amounts.of(storageClass + OF_CLASS + "requests.storage", storage))
                        .plus(Amounts.of(storageClass + OF_CLASS + "persistentvolumeclaims", Amount.ONE));
    }

    private static Amounts service(JsonNode spec) {
        String type = spec.path("type").asText();
        boolean balanced = type.equals("LoadBalancer");
        boolean opens = type.equals("NodePort")
                || balanced && spec.path("allocateLoadBalancerNodePorts").asBoolean(true);
        Amounts usage = Amounts.of("services.nodeports", Amount.ZERO);
        for (int i = 0; opens && i < spec.path("ports").size(); i++) {
            usage = usage.plus(Amounts.of("services.nodeports", Amount.ONE));
        }
        return usage.plus(Amounts.of("services.loadbalancers", balanced ? Amount.ONE : Amount.ZERO));
    }

    /** Returns those of a quota's resources that objects of a kind may take. */
    static List<String> concerning(Kind kind, Amounts hard) {
        return hard.names().stream().filter(name -> concerns(kind, name)).toList();
    }

    private static boolean concerns(Kind kind, String name) {
        if (name.equals(countName(kind)) || COUNTED_BY_NAME.contains(kind) && name.equals(kind.plural())) {
            return true;
        }
        if (kind.equals(Kinds.VOLUME_CLAIM)) {
            return name.equals("requests.storage") || name.contains(OF_CLASS);
        }
        if (kind.equals(Kinds.SERVICE)) {
            return name.startsWith("services.");
        }
        return kind.equals(Kinds.POD)
                && !name.contains(OF_CLASS)
                && !name.equals("requests.storage")
                && (name.equals("pods")
                        || COMPUTE.contains(name)
                        || name.startsWith("requests.")
                        || name.startsWith("limits.")
                        || name.startsWith("hugepages-"));
    }
}
