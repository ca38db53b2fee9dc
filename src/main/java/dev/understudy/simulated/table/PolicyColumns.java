package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What rations and ranks pods: quotas, priority classes, autoscalers and disruption budgets. */
final class PolicyColumns {
    private static final String UNKNOWN = "<unknown>";
    private static final int METRICS_SHOWN = 2;

    private PolicyColumns() {}

    static List<Column> quota() {
        return List.of(
                Column.text("Request", each -> amounts(each, name -> !name.startsWith("limits."))),
                Column.text("Limit", each -> amounts(each, name -> name.startsWith("limits."))));
    }

    private static String amounts(ObjectNode quota, Predicate<String> shown) {
        JsonNode status = quota.path("status");
        var hard = new TreeMap<String, String>();
        status.path("hard")
                .properties()
                .forEach(each -> hard.put(each.getKey(), each.getValue().asText()));
        return hard.entrySet().stream()
                .filter(each -> shown.test(each.getKey()))
                .map(each -> each.getKey() + ": "
                        + status.path("used").path(each.getKey()).asText("0") + "/" + each.getValue())
                .collect(Collectors.joining(", "));
    }

    static List<Column> priorityClass(InstantSource clock) {
        return List.of(
                Column.number("Value", each -> each.path("value").asInt()),
                Column.of(
                        "Global-Default",
                        "boolean",
                        each -> BooleanNode.valueOf(each.path("globalDefault").asBoolean())),
                Column.text("Age", each -> Cells.age(each, clock)),
                Column.text(
                        "PreemptionPolicy",
                        each -> each.path("preemptionPolicy").asText()));
    }

    static List<Column> budget() {
        return List.of(
                Column.text(
                        "Min Available",
                        each -> each.path("spec").path("minAvailable").asText("N/A")),
                Column.text(
                        "Max Unavailable",
                        each -> each.path("spec").path("maxUnavailable").asText("N/A")),
                Column.number(
                        "Allowed Disruptions",
                        each -> each.path("status").path("disruptionsAllowed").asInt()));
    }

    static List<Column> autoscaler() {
        return List.of(
                Column.text("Reference", each -> {
                    JsonNode target = each.path("spec").path("scaleTargetRef");
                    return target.path("kind").asText() + "/"
                            + target.path("name").asText();
                }),
                Column.text("Targets", PolicyColumns::targets),
                Column.text(
                        "MinPods", each -> each.path("spec").path("minReplicas").asText("<unset>")),
                Column.count(
                        "MaxPods", each -> each.path("spec").path("maxReplicas").asInt()),
                Column.count(
                        "Replicas",
                        each -> each.path("status").path("currentReplicas").asInt()));
    }

    private static String targets(ObjectNode autoscaler) {
        List<String> shown = new ArrayList<>();
        JsonNode metrics = autoscaler.path("spec").path("metrics");
        for (int i = 0; i < metrics.size(); i++) {
            shown.add(target(
                    metrics.get(i),
                    autoscaler.path("status").path("currentMetrics").path(i)));
        }
        if (shown.isEmpty()) {
            return Cells.NONE;
        }
        String first = shown.stream().limit(METRICS_SHOWN).collect(Collectors.joining(", "));
        return shown.size() > METRICS_SHOWN ? first + " + " + (shown.size() - METRICS_SHOWN) + " more..." : first;
    }

    private static String target(JsonNode spec, JsonNode status) {
        String type = spec.path("type").asText();
        String source = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        JsonNode target = spec.path(source).path("target");
        JsonNode current = status.path(source).path("current");
        String name = type.endsWith("Resource") ? spec.path(source).path("name").asText() + ": " : "";
        if (target.has("averageUtilization")) {
            String used = current.has("averageUtilization")
                    ? current.path("averageUtilization").asText() + "%"
                    : UNKNOWN;
            return name + used + "/" + target.path("averageUtilization").asText() + "%";
        }
        boolean average = target.has("averageValue");
        String field = average ? "averageValue" : "value";
        String mark = average && (type.equals("External") || type.equals("Object")) ? " (avg)" : "";
        return name + current.path(field).asText(UNKNOWN) + "/"
                + target.path(field).asText() + mark;
    }
}
