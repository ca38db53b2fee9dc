package dev.understudy.simulated.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;

/**
 * The definition of PrometheusRule that a world with alerting rules brings along, so that the whole file can be applied
 * again. Its fields are free: the rules in force are those of the file.
 */
final class RuleKind {
    static final String NAME = "prometheusrules.monitoring.coreos.com";

    private RuleKind() {}

    static ObjectNode definition() {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.put("apiVersion", Kinds.DEFINITION.apiVersion()).put("kind", Kinds.DEFINITION.kind());
        definition.putObject("metadata").put("name", NAME);
        ObjectNode spec = definition.putObject("spec");
        spec.put("group", "monitoring.coreos.com").put("scope", "Namespaced");
        ObjectNode names = spec.putObject("names");
        names.put("kind", RuleReading.KIND).put("plural", "prometheusrules").put("singular", "prometheusrule");
        names.put("listKind", "PrometheusRuleList").putArray("shortNames").add("promrule");
        ObjectNode version = spec.putArray("versions").addObject();
        version.put("name", "v1").put("served", true).put("storage", true);
        ObjectNode schema = version.putObject("schema").putObject("openAPIV3Schema");
        schema.put("type", "object")
                .putObject("properties")
                .putObject("spec")
                .put("type", "object")
                .put("x-kubernetes-preserve-unknown-fields", true);
        return definition;
    }
}
