package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stateful sets. */
final class StatefulSetRules implements KindRules {
    private static final List<String> CHANGEABLE = List.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");

    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.in(spec, "replicas", 1);
        Fill.in(spec, "podManagementPolicy", "OrderedReady");
        Fill.in(spec, "revisionHistoryLimit", 10);
        if (!spec.has("serviceName")) {
            spec.put("serviceName", "");
        }
        fillStrategy(Fill.object(spec, "updateStrategy"));
        ObjectNode retention = Fill.object(spec, "persistentVolumeClaimRetentionPolicy");
        Fill.in(retention, "whenDeleted", "Retain");
        Fill.in(retention, "whenScaled", "Retain");
        PodTemplates.fillTemplate(spec);
        Fill.each(spec.path("volumeClaimTemplates")).forEach(StatefulSetRules::fillClaim);
    }

    private static void fillStrategy(ObjectNode strategy) {
        if (strategy.path("type").asText().isEmpty()) {
            strategy.put("type", "RollingUpdate");
            Fill.object(strategy, "rollingUpdate");
        }
        if (strategy.path("rollingUpdate") instanceof ObjectNode rolling) {
            Fill.in(rolling, "partition", 0);
            // the feature gate of this field is off
            rolling.remove("maxUnavailable");
        }
    }

    private static void fillClaim(ObjectNode claim) {
        Fill.in(claim, "apiVersion", "v1");
        Fill.in(claim, "kind", "PersistentVolumeClaim");
        Fill.in(Fill.object(claim, "spec"), "volumeMode", "Filesystem");
        Fill.in(Fill.object(claim, "status"), "phase", "Pending");
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        checkPolicies(spec, problems);
        if (before == null) {
            JsonNode claims = spec.path("volumeClaimTemplates");
            for (int i = 0; i < claims.size(); i++) {
                VolumeClaimRules.checkSpec(
                        claims.get(i).path("spec"), "spec.volumeClaimTemplates[" + i + "].spec", problems);
            }
        }
        problems.notNegative(spec, "spec", "replicas");
        problems.notNegative(spec, "spec", "minReadySeconds");
        problems.notNegative(spec.path("ordinals"), "spec.ordinals", "start");
        if (before == null) {
            problems.dnsLabel("spec.serviceName", spec.path("serviceName"));
        }
        Selectors.check(object, "statefulset", problems);
        PodSpecs.check(withClaims(spec), "spec.template.spec", problems);
        MetadataRules.checkLabels(PodTemplates.labels(object), "spec.template.labels", problems);
        DeploymentRules.checkAlwaysRestarts(spec, problems);
        if (spec.path("template").path("spec").has("activeDeadlineSeconds")) {
            problems.forbidden(
                    "spec.template.spec.activeDeadlineSeconds",
                    "activeDeadlineSeconds in StatefulSet is not Supported");
        }
        if (before != null && !fixedPart(object).equals(fixedPart(before))) {
            problems.forbidden(
                    "spec",
                    "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template',"
                            + " 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and"
                            + " 'minReadySeconds' are forbidden");
        }
    }

    private static void checkPolicies(JsonNode spec, Problems problems) {
        JsonNode management = spec.path("podManagementPolicy");
        if (!List.of("OrderedReady", "Parallel").contains(management.asText())) {
            problems.invalid("spec.podManagementPolicy", management, "must be 'OrderedReady' or 'Parallel'");
        }
        JsonNode strategy = spec.path("updateStrategy");
        switch (strategy.path("type").asText()) {
            case "RollingUpdate" ->
                problems.notNegative(strategy.path("rollingUpdate"), "spec.updateStrategy.rollingUpdate", "partition");
            case "OnDelete" -> {
                if (strategy.has("rollingUpdate")) {
                    problems.invalid(
                            "spec.updateStrategy.rollingUpdate",
                            strategy.path("rollingUpdate"),
                            "only allowed for updateStrategy 'RollingUpdate'");
                }
            }
            default -> problems.invalid("spec.updateStrategy", strategy, "must be 'RollingUpdate' or 'OnDelete'");
        }
        JsonNode retention = spec.path("persistentVolumeClaimRetentionPolicy");
        for (String when : List.of("whenDeleted", "whenScaled")) {
            if (!List.of("Retain", "Delete").contains(retention.path(when).asText())) {
                problems.unsupported(
                        "spec.persistentVolumeClaimRetentionPolicy." + when,
                        retention.path(when),
                        "\"Retain\", \"Delete\"");
            }
        }
    }

    /** Returns the pods' spec as they will have it: containers may mount what the claims bring. */
    private static ObjectNode withClaims(JsonNode spec) {
        ObjectNode pod = spec.path("template").path("spec").deepCopy();
        ArrayNode volumes = pod.arrayNode();
        for (JsonNode claim : spec.path("volumeClaimTemplates")) {
            volumes.addObject().set("name", claim.path("metadata").path("name"));
        }
        for (JsonNode volume : pod.path("volumes")) {
            boolean replaced = volumes.valueStream()
                    .anyMatch(claimed -> claimed.path("name").equals(volume.path("name")));
            if (!replaced) {
                volumes.add(volume);
            }
        }
        pod.set("volumes", volumes);
        return pod;
    }

    private static ObjectNode fixedPart(ObjectNode set) {
        ObjectNode spec = (ObjectNode) set.path("spec").deepCopy();
        spec.remove(CHANGEABLE);
        return spec;
    }
}
