package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Checks where a pod says that it may run. */
final class Placement {
    private static final int MOST_WEIGHT = 100;
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private Placement() {}

    static void check(JsonNode spec, String path, Problems problems) {
        JsonNode affinity = spec.path("affinity");
        nodes(affinity.path("nodeAffinity"), path + ".affinity.nodeAffinity", problems);
        for (String kind : new String[] {"podAffinity", "podAntiAffinity"}) {
            pods(affinity.path(kind), path + ".affinity." + kind, problems);
        }
        Tolerations.check(spec.path("tolerations"), path + ".tolerations", problems);
        spread(spec.path("topologySpreadConstraints"), path + ".topologySpreadConstraints", problems);
    }

    private static void nodes(JsonNode affinity, String path, Problems problems) {
        JsonNode required = affinity.path(REQUIRED);
        String terms = path + "." + REQUIRED + ".nodeSelectorTerms";
        if (required.isObject() && required.path("nodeSelectorTerms").isEmpty()) {
            problems.required(terms, "must have at least one node selector term");
        }
        for (int i = 0; i < required.path("nodeSelectorTerms").size(); i++) {
            term(required.path("nodeSelectorTerms").get(i), terms + "[" + i + "]", problems);
        }
        JsonNode preferred = affinity.path(PREFERRED);
        for (int i = 0; i < preferred.size(); i++) {
            String at = path + "." + PREFERRED + "[" + i + "]";
            weight(preferred.get(i), at, problems);
            term(preferred.get(i).path("preference"), at + ".preference", problems);
        }
    }

    private static void term(JsonNode term, String path, Problems problems) {
        JsonNode expressions = term.path("matchExpressions");
        for (int i = 0; i < expressions.size(); i++) {
            expression(expressions.get(i), path + ".matchExpressions[" + i + "]", problems);
        }
    }

    private static void expression(JsonNode expression, String path, Problems problems) {
        JsonNode values = expression.path("values");
        switch (expression.path("operator").asText()) {
            case "In", "NotIn" -> {
                if (values.isEmpty()) {
                    problems.required(path + ".values", "must be specified when `operator` is 'In' or 'NotIn'");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!values.isEmpty()) {
                    problems.forbidden(
                            path + ".values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }
            }
            case "Gt", "Lt" -> {
                if (values.size() != 1) {
                    problems.required(
                            path + ".values", "must be specified single value when `operator` is 'Lt' or 'Gt'");
                }
            }
            default ->
                problems.invalid(path + ".operator", expression.path("operator"), "not a valid selector operator");
        }
        MetadataRules.checkKey(expression.path("key").asText(), path + ".key", problems);
    }

    private static void pods(JsonNode affinity, String path, Problems problems) {
        JsonNode required = affinity.path(REQUIRED);
        for (int i = 0; i < required.size(); i++) {
            neighbours(required.get(i), path + "." + REQUIRED + "[" + i + "]", problems);
        }
        JsonNode preferred = affinity.path(PREFERRED);
        for (int i = 0; i < preferred.size(); i++) {
            String at = path + "." + PREFERRED + "[" + i + "]";
            weight(preferred.get(i), at, problems);
            neighbours(preferred.get(i).path("podAffinityTerm"), at + ".podAffinityTerm", problems);
        }
    }

    private static void neighbours(JsonNode term, String path, Problems problems) {
        LabelSelectors.check(term.path("labelSelector"), path + ".labelSelector", problems);
        String key = term.path("topologyKey").asText("");
        if (key.isEmpty()) {
            problems.required(path + ".topologyKey", "can not be empty");
            problems.invalid(path + ".topologyKey", TextNode.valueOf(""), "name part must be non-empty");
        }
        MetadataRules.checkKey(key, path + ".topologyKey", problems);
    }

    private static void weight(JsonNode preference, String path, Problems problems) {
        JsonNode weight = preference.path("weight");
        if (weight.asInt() < 1 || weight.asInt() > MOST_WEIGHT) {
            problems.invalid(path + ".weight", weight, "must be in the range 1-" + MOST_WEIGHT);
        }
    }

    private static void spread(JsonNode constraints, String path, Problems problems) {
        for (int i = 0; i < constraints.size(); i++) {
            JsonNode constraint = constraints.get(i);
            String at = path + "[" + i + "]";
            if (constraint.path("maxSkew").asInt() < 1) {
                problems.invalid(at + ".maxSkew", constraint.path("maxSkew"), "must be greater than zero");
            }
            if (constraint.path("topologyKey").asText("").isEmpty()) {
                problems.required(at + ".topologyKey", "can not be empty");
            }
            problems.oneOf(constraint, at, "whenUnsatisfiable", "\"DoNotSchedule\", \"ScheduleAnyway\"");
        }
    }
}
