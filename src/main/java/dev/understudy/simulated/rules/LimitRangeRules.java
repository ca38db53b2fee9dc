package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Amounts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Limit ranges: the largest is the default, the default limit is the default request, and nothing contradicts. */
final class LimitRangeRules implements KindRules {
    /** A smaller and a larger field, what the refusal names, and what it calls the two. */
    private record Order(String small, String large, String named, String first, String second) {}

    private static final List<Order> ORDERS = List.of(
            new Order("min", "max", "min", "min value", "max value"),
            new Order("min", "defaultRequest", "defaultRequest", "min value", "default request value"),
            new Order("defaultRequest", "max", "defaultRequest", "default request value", "max value"),
            new Order("defaultRequest", "default", "defaultRequest", "default request value", "default limit value"),
            new Order("min", "default", "default", "min value", "default value"),
            new Order("default", "max", "default", "default value", "max value"));

    @Override
    public void fill(ObjectNode object) {
        for (ObjectNode item : Fill.each(object.path("spec").path("limits"))) {
            if (item.path("type").asText().equals("Container")) {
                inherit(item, "default", "max");
                inherit(item, "defaultRequest", "default");
                inherit(item, "defaultRequest", "min");
            }
        }
    }

    private static void inherit(ObjectNode item, String field, String from) {
        item.path(from).properties().forEach(each -> {
            if (!item.path(field).has(each.getKey())) {
                Fill.object(item, field).set(each.getKey(), each.getValue());
            }
        });
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode limits = object.path("spec").path("limits");
        Set<String> types = new HashSet<>();
        for (int i = 0; i < limits.size(); i++) {
            String path = "spec.limits[" + i + "]";
            JsonNode item = limits.get(i);
            if (!types.add(item.path("type").asText())) {
                problems.duplicate(path + ".type", item.path("type"));
            }
            if (item.path("type").asText().equals("Pod")) {
                forbid(item, path, "default", problems);
                forbid(item, path, "defaultRequest", problems);
            }
            ORDERS.forEach(order -> check(item, path, order, problems));
        }
    }

    private static void forbid(JsonNode item, String path, String field, Problems problems) {
        if (!item.path(field).isEmpty()) {
            problems.forbidden(path + "." + field, "may not be specified when `type` is 'Pod'");
        }
    }

    private static void check(JsonNode item, String path, Order order, Problems problems) {
        Amounts small = Amounts.read(item.path(order.small()));
        Amounts large = Amounts.read(item.path(order.large()));
        for (String name : small.only(large.names()).names()) {
            if (small.get(name).compareTo(large.get(name)) > 0) {
                problems.invalid(
                        path + "." + order.named() + "[" + name + "]",
                        item.path(order.named()).path(name),
                        order.first() + " " + small.get(name) + " is greater than " + order.second() + " "
                                + large.get(name));
            }
        }
    }
}
