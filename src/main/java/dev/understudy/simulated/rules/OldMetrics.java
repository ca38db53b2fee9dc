package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Metrics of an autoscaler as annotations of its first version write them: all values in one level. */
enum OldMetrics {
    /** Metrics of a spec. */
    TARGETS("target"),
    /** Metrics of a status. */
    CURRENT("current");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String values;

    OldMetrics(String values) {
        this.values = values;
    }

    /** Returns a metric of the second version as the first writes it. */
    ObjectNode older(JsonNode metric) {
        String type = metric.path("type").asText();
        String source = source(type);
        JsonNode from = metric.path(source);
        ObjectNode older = NODES.objectNode().put("type", type);
        ObjectNode into = older.putObject(source);
        copy(from, "describedObject", into, "target");
        copy(from, "name", into, "name");
        copy(from.path("metric"), "name", into, "metricName");
        copy(from.path("metric"), "selector", into, type.equals("External") ? "metricSelector" : "selector");
        copy(from.path(values), "value", into, values + "Value");
        copy(from.path(values), "averageValue", into, average(type));
        copy(from.path(values), "averageUtilization", into, values + "AverageUtilization");
        copy(from, "container", into, "container");
        return older;
    }

    /** Returns a metric of the first version as the second writes it. */
    ObjectNode newer(JsonNode metric) {
        String type = metric.path("type").asText();
        String source = source(type);
        JsonNode from = metric.path(source);
        ObjectNode newer = NODES.objectNode().put("type", type);
        ObjectNode into = newer.putObject(source);
        copy(from, "target", into, "describedObject");
        copy(from, "name", into, "name");
        copy(from, "container", into, "container");
        if (from.has("metricName")) {
            ObjectNode named = into.putObject("metric");
            copy(from, "metricName", named, "name");
            copy(from, type.equals("External") ? "metricSelector" : "selector", named, "selector");
        }
        ObjectNode amounts = into.putObject(values);
        copy(from, values + "Value", amounts, "value");
        copy(from, average(type), amounts, "averageValue");
        copy(from, values + "AverageUtilization", amounts, "averageUtilization");
        if (this == TARGETS) {
            amounts.put("type", form(amounts));
        }
        return newer;
    }

    private String average(String type) {
        return type.equals("Object") ? "averageValue" : values + "AverageValue";
    }

    private static String form(JsonNode target) {
        if (target.has("averageUtilization")) {
            return "Utilization";
        }
        return target.has("averageValue") ? "AverageValue" : "Value";
    }

    private static String source(String type) {
        return type.isEmpty() ? "" : Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }

    private static void copy(JsonNode from, String name, ObjectNode into, String as) {
        if (from.has(name)) {
            into.set(as, from.path(name).deepCopy());
        }
    }
}
