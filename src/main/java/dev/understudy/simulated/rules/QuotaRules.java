package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.simulated.schema.Quantities;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Resource quotas: known resources, whole numbers of objects, and scopes that do not contradict. */
final class QuotaRules implements KindRules {
    private static final Set<String> WHOLE = Set.of(
            "pods",
            "services",
            "services.nodeports",
            "services.loadbalancers",
            "replicationcontrollers",
            "resourcequotas",
            "secrets",
            "configmaps",
            "persistentvolumeclaims");
    private static final Set<String> SUMS = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.ephemeral-storage",
            "requests.storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage");
    private static final Set<String> SCOPES = Set.of(
            "Terminating",
            "NotTerminating",
            "BestEffort",
            "NotBestEffort",
            "PriorityClass",
            "CrossNamespacePodAffinity",
            "VolumeAttributesClass");

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        spec.path("hard").properties().forEach(each -> amount(each.getKey(), each.getValue(), problems));
        Set<String> scopes = scopes(spec);
        if (!SCOPES.containsAll(scopes)) {
            problems.invalid("spec.scopes", spec.path("scopes"), "unsupported scope");
        }
        if (scopes.containsAll(Set.of("BestEffort", "NotBestEffort"))
                || scopes.containsAll(Set.of("Terminating", "NotTerminating"))) {
            problems.invalid("spec.scopes", spec.path("scopes"), "conflicting scopes");
        }
        if (before != null && !scopes.equals(scopes(before.path("spec")))) {
            problems.invalid("spec.scopes", spec.path("scopes"), "field is immutable");
        }
    }

    private static void amount(String name, JsonNode quantity, Problems problems) {
        String path = "spec.hard[" + name + "]";
        boolean known = WHOLE.contains(name) || SUMS.contains(name) || name.contains("/") || isHugePages(name);
        if (!known) {
            problems.invalid(path, TextNode.valueOf(name), "must be a standard resource for quota");
        }
        BigDecimal value = Quantities.value(quantity.asText()).orElse(BigDecimal.ZERO);
        if (value.signum() < 0) {
            problems.invalid(path, quantity, "must be greater than or equal to 0");
        }
        if (WHOLE.contains(name) && value.stripTrailingZeros().scale() > 0) {
            problems.invalid(path, quantity, "must be an integer");
        }
    }

    private static boolean isHugePages(String name) {
        return name.startsWith("hugepages-") || name.startsWith("requests.hugepages-");
    }

    private static Set<String> scopes(JsonNode spec) {
        Set<String> scopes = new TreeSet<>();
        spec.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        return scopes;
    }
}
