package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Nodes, namespaces, configuration, events and bindings. */
final class ClusterColumns {
    private static final String ROLE_LABEL = "node-role.kubernetes.io/";

    private ClusterColumns() {}

    static List<Column> node() {
        return List.of(
                Column.text("Status", ClusterColumns::nodeStatus),
                Column.text("Roles", ClusterColumns::nodeRoles),
                Column.text("Version", each -> info(each, "kubeletVersion")),
                Column.wide("Internal-IP", each -> address(each, "InternalIP")),
                Column.wide("External-IP", each -> address(each, "ExternalIP")),
                Column.wide("OS-Image", each -> info(each, "osImage")),
                Column.wide("Kernel-Version", each -> info(each, "kernelVersion")),
                Column.wide("Container-Runtime", each -> info(each, "containerRuntimeVersion")));
    }

    static List<Column> namespace() {
        return List.of(
                Column.text("Status", each -> each.path("status").path("phase").asText()));
    }

    static List<Column> configMap() {
        return List.of(Column.number(
                "Data",
                each -> each.path("data").size() + each.path("binaryData").size()));
    }

    static List<Column> secret() {
        return List.of(
                Column.text("Type", each -> each.path("type").asText()),
                Column.number("Data", each -> each.path("data").size()));
    }

    static List<Column> binding() {
        return List.of(Column.text("Role", each -> {
            JsonNode role = each.path("roleRef");
            return role.path("kind").asText() + "/" + role.path("name").asText();
        }));
    }

    static List<Column> event(InstantSource clock) {
        return List.of(
                Column.text("Last Seen", each -> {
                    JsonNode last = each.path("lastTimestamp");
                    return Cells.since(last.isTextual() ? last : each.path("eventTime"), clock);
                }),
                Column.text("Type", each -> each.path("type").asText()),
                Column.text("Reason", each -> each.path("reason").asText()),
                Column.text("Object", each -> {
                    JsonNode about = each.path("involvedObject");
                    return about.path("kind").asText().toLowerCase(Locale.ROOT) + "/"
                            + about.path("name").asText();
                }),
                Column.text("Message", each -> each.path("message").asText().strip()));
    }

    private static String nodeStatus(ObjectNode node) {
        String status = "Unknown";
        for (JsonNode condition : node.path("status").path("conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                status = condition.path("status").asText().equals("True") ? "Ready" : "NotReady";
            }
        }
        return node.path("spec").path("unschedulable").asBoolean() ? status + ",SchedulingDisabled" : status;
    }

    private static String nodeRoles(ObjectNode node) {
        return Cells.orNone(node.path("metadata").path("labels").properties().stream()
                .map(Map.Entry::getKey)
                .filter(label -> label.startsWith(ROLE_LABEL))
                .map(label -> label.substring(ROLE_LABEL.length()))
                .collect(Collectors.joining(",")));
    }

    private static String info(ObjectNode node, String field) {
        String text = node.path("status").path("nodeInfo").path(field).asText("");
        return text.isEmpty() ? "<unknown>" : text;
    }

    private static String address(ObjectNode node, String type) {
        for (JsonNode address : node.path("status").path("addresses")) {
            if (address.path("type").asText().equals(type)) {
                return address.path("address").asText();
            }
        }
        return Cells.NONE;
    }
}
