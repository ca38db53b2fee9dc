package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Services, endpoint slices and network policies. */
final class NetworkColumns {
    private NetworkColumns() {}

    static List<Column> service() {
        return List.of(
                Column.text("Type", each -> each.path("spec").path("type").asText()),
                Column.text(
                        "Cluster-IP",
                        each -> each.path("spec").path("clusterIP").asText(Cells.NONE)),
                Column.text("External-IP", NetworkColumns::external),
                Column.text(
                        "Port(s)",
                        each -> Cells.orNone(Cells.each(each.path("spec").path("ports"), NetworkColumns::port))),
                Column.wide("Selector", each -> Cells.selector(each.path("spec").path("selector"))));
    }

    static List<Column> endpointSlice() {
        return List.of(
                Column.text("AddressType", each -> each.path("addressType").asText()),
                Column.text(
                        "Ports",
                        each -> Cells.orNone(Cells.each(
                                each.path("ports"), port -> port.path("port").asText("*")))),
                Column.text(
                        "Endpoints",
                        each -> Cells.orNone(Cells.each(
                                each.path("endpoints"),
                                endpoint -> endpoint.path("addresses").path(0).asText()))));
    }

    static List<Column> policy() {
        return List.of(Column.text(
                "Pod-Selector", each -> Cells.orNone(selector(each.path("spec").path("podSelector")))));
    }

    /** Writes a selector with its expressions, by label. */
    private static String selector(JsonNode selector) {
        SortedMap<String, String> requirements = new TreeMap<>();
        selector.path("matchLabels")
                .properties()
                .forEach(label -> requirements.put(
                        label.getKey(), label.getKey() + "=" + label.getValue().asText()));
        for (JsonNode expression : selector.path("matchExpressions")) {
            String key = expression.path("key").asText();
            String values = "(" + Cells.each(expression.path("values"), JsonNode::asText) + ")";
            requirements.put(
                    key,
                    switch (expression.path("operator").asText()) {
                        case "In" -> key + " in " + values;
                        case "NotIn" -> key + " notin " + values;
                        case "DoesNotExist" -> "!" + key;
                        default -> key;
                    });
        }
        return String.join(",", requirements.values());
    }

    private static String external(ObjectNode service) {
        JsonNode spec = service.path("spec");
        return switch (spec.path("type").asText()) {
            case "LoadBalancer" -> {
                String given = Cells.each(
                        service.path("status").path("loadBalancer").path("ingress"),
                        each -> each.path("ip").asText(each.path("hostname").asText()));
                yield given.isEmpty() ? "<pending>" : given;
            }
            case "ExternalName" -> spec.path("externalName").asText();
            default -> Cells.orNone(Cells.each(spec.path("externalIPs"), JsonNode::asText));
        };
    }

    private static String port(JsonNode port) {
        String node = port.has("nodePort") ? ":" + port.path("nodePort").asText() : "";
        return port.path("port").asText() + node + "/" + port.path("protocol").asText("TCP");
    }
}
