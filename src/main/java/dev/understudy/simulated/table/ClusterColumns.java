package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Nodes, namespaces, configuration and leases. */
final class ClusterColumns {
    private static final String ROLE_LABEL = "node-role.kubernetes.io/";

    private ClusterColumns() {}

    static List<Column> node(InstantSource clock) {
        return List.of(
                Column.text("Status", ClusterColumns::nodeStatus),
                Column.text("Roles", ClusterColumns::nodeRoles),
                Column.text("Age", each -> Cells.age(each, clock)),
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
        return List.of(Column.count(
                "Data",
                each -> each.path("data").size() + each.path("binaryData").size()));
    }

    static List<Column> secret() {
        return List.of(
                Column.text("Type", each -> each.path("type").asText()),
                Column.count("Data", each -> each.path("data").size()));
    }

    static List<Column> lease() {
        return List.of(Column.text(
                "Holder", each -> each.path("spec").path("holderIdentity").asText()));
    }

    /** Of a kind for which the server has no columns of its own. */
    static List<Column> created() {
        return List.of(
                Column.of("Created At", "date", each -> each.path("metadata").path("creationTimestamp")));
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
