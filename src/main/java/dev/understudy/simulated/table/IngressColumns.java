package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Ingresses and their classes. */
final class IngressColumns {
    private static final int MOST_HOSTS = 3;

    private IngressColumns() {}

    static List<Column> ingress() {
        return List.of(
                Column.text(
                        "Class",
                        each -> each.path("spec").path("ingressClassName").asText(Cells.NONE)),
                Column.text("Hosts", each -> hosts(each.path("spec").path("rules"))),
                Column.text(
                        "Address",
                        each -> Cells.each(
                                each.path("status").path("loadBalancer").path("ingress"),
                                point -> point.path("ip")
                                        .asText(point.path("hostname").asText()))),
                Column.text("Ports", each -> each.path("spec").path("tls").isEmpty() ? "80" : "80, 443"));
    }

    static List<Column> ingressClass() {
        return List.of(
                Column.text(
                        "Controller",
                        each -> each.path("spec").path("controller").asText()),
                Column.text("Parameters", each -> parameters(each.path("spec").path("parameters"))));
    }

    private static String parameters(JsonNode parameters) {
        if (parameters.isMissingNode()) {
            return Cells.NONE;
        }
        String group = parameters.path("apiGroup").asText();
        return parameters.path("kind").asText() + (group.isEmpty() ? "" : "." + group) + "/"
                + parameters.path("name").asText();
    }

    private static String hosts(JsonNode rules) {
        List<String> hosts = rules.valueStream()
                .map(rule -> rule.path("host").asText())
                .filter(host -> !host.isEmpty())
                .toList();
        if (hosts.isEmpty()) {
            return "*";
        }
        return hosts.size() <= MOST_HOSTS
                ? String.join(",", hosts)
                : String.join(",", hosts.subList(0, MOST_HOSTS)) + " + " + (hosts.size() - MOST_HOSTS) + " more...";
    }

    /** Returns the name of a class, marked where it is the default one. */
    static String title(ObjectNode ingressClass) {
        JsonNode metadata = ingressClass.path("metadata");
        String marked = metadata.path("annotations")
                .path("ingressclass.kubernetes.io/is-default-class")
                .asText();
        return metadata.path("name").asText() + (marked.equals("true") ? " (default)" : "");
    }
}
