package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Network policies. */
final class NetworkPolicyRules implements KindRules {
    private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");
    private static final Set<String> TYPES = Set.of("Ingress", "Egress");

    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.object(spec, "podSelector");
        if (spec.path("policyTypes").isEmpty()) {
            ArrayNode types = spec.putArray("policyTypes").add("Ingress");
            if (!spec.path("egress").isEmpty()) {
                types.add("Egress");
            }
        }
        for (String direction : List.of("ingress", "egress")) {
            Fill.each(spec.path(direction))
                    .forEach(rule -> Fill.each(rule.path("ports")).forEach(port -> Fill.in(port, "protocol", "TCP")));
        }
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        LabelSelectors.check(spec.path("podSelector"), "spec.podSelector", problems);
        rules(spec.path("ingress"), "spec.ingress", "from", problems);
        rules(spec.path("egress"), "spec.egress", "to", problems);
        types(spec.path("policyTypes"), problems);
    }

    private static void types(JsonNode types, Problems problems) {
        if (types.size() > TYPES.size()) {
            problems.invalid("spec.policyTypes", types, "may not specify more than two policyTypes");
            return;
        }
        for (int i = 0; i < types.size(); i++) {
            if (!TYPES.contains(types.get(i).asText())) {
                problems.unsupported("spec.policyTypes[" + i + "]", types.get(i), "\"Ingress\", \"Egress\"");
            }
        }
    }

    private static void rules(JsonNode rules, String path, String peers, Problems problems) {
        for (int i = 0; i < rules.size(); i++) {
            String at = path + "[" + i + "]";
            JsonNode ports = rules.get(i).path("ports");
            for (int j = 0; j < ports.size(); j++) {
                port(ports.get(j), at + ".ports[" + j + "]", problems);
            }
            JsonNode ends = rules.get(i).path(peers);
            for (int j = 0; j < ends.size(); j++) {
                peer(ends.get(j), at + "." + peers + "[" + j + "]", problems);
            }
        }
    }

    private static void port(JsonNode port, String path, Problems problems) {
        JsonNode protocol = port.path("protocol");
        if (!PROTOCOLS.contains(protocol.asText())) {
            problems.unsupported(path + ".protocol", protocol, "\"TCP\", \"UDP\", \"SCTP\"");
        }
        JsonNode number = port.path("port");
        JsonNode end = port.path("endPort");
        if (number.isTextual()) {
            DnsNames.portName(number, path + ".port", problems);
        } else if (!number.isMissingNode()) {
            Ports.check(number, path + ".port", problems);
        }
        if (!end.isMissingNode()) {
            range(number, end, path + ".endPort", problems);
        }
    }

    private static void range(JsonNode first, JsonNode last, String path, Problems problems) {
        if (first.isMissingNode()) {
            problems.invalid(path, last, "may not be specified when `port` is not specified");
        } else if (first.isTextual()) {
            problems.invalid(path, last, "may not be specified when `port` is non-numeric");
        } else if (last.asInt() < first.asInt()) {
            // the server names the first port as the value here
            problems.invalid(path, first, "must be greater than or equal to `port`");
        } else {
            Ports.check(last, path, problems);
        }
    }

    private static void peer(JsonNode peer, String path, Problems problems) {
        boolean selects = peer.has("podSelector") || peer.has("namespaceSelector");
        LabelSelectors.check(peer.path("podSelector"), path + ".podSelector", problems);
        LabelSelectors.check(peer.path("namespaceSelector"), path + ".namespaceSelector", problems);
        if (peer.has("ipBlock")) {
            AddressBlocks.check(peer.path("ipBlock"), path + ".ipBlock", problems);
        }
        if (!selects && !peer.has("ipBlock")) {
            problems.required(path, "must specify a peer");
        } else if (selects && peer.has("ipBlock")) {
            problems.forbidden(path, "may not specify both ipBlock and another peer");
        }
    }
}
