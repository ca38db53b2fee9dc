package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** The ports of a Service. */
final class ServicePorts {
    private static final Set<String> PROTOCOLS = Set.of("SCTP", "TCP", "UDP");
    private static final int FIRST_NODE_PORT = 30_000;
    private static final int LAST_NODE_PORT = 32_767;

    private final Problems problems;
    private final String type;
    private final boolean several;
    private final Set<String> names = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    private ServicePorts(JsonNode spec, Problems problems) {
        this.problems = problems;
        this.type = spec.path("type").asText();
        this.several = spec.path("ports").size() > 1;
    }

    static void check(JsonNode spec, Problems problems) {
        ServicePorts checks = new ServicePorts(spec, problems);
        JsonNode ports = spec.path("ports");
        for (int i = 0; i < ports.size(); i++) {
            checks.port(ports.get(i), "spec.ports[" + i + "]");
        }
        for (int i = 0; i < ports.size(); i++) {
            checks.unlike(ports.get(i), "spec.ports[" + i + "]");
        }
    }

    private void port(JsonNode port, String path) {
        JsonNode name = port.path("name");
        if (name.asText("").isEmpty()) {
            if (several) {
                problems.required(path + ".name", "");
            }
        } else {
            DnsNames.label(name, path + ".name", problems);
            if (!names.add(name.asText())) {
                problems.duplicate(path + ".name", name);
            }
        }
        Ports.check(port.path("port"), path + ".port", problems);
        if (!PROTOCOLS.contains(port.path("protocol").asText())) {
            problems.unsupported(path + ".protocol", port.path("protocol"), "\"SCTP\", \"TCP\", \"UDP\"");
        }
        target(port.path("targetPort"), path + ".targetPort");
        nodePort(port.path("nodePort"), path + ".nodePort");
    }

    private void target(JsonNode target, String path) {
        if (target.isTextual()) {
            DnsNames.portName(target, path, problems);
        } else if (!target.isMissingNode()) {
            Ports.check(target, path, problems);
        }
    }

    private void nodePort(JsonNode port, String path) {
        if (port.asInt() == 0) {
            return;
        }
        if (!type.equals("NodePort") && !type.equals("LoadBalancer")) {
            problems.forbidden(path, "may not be used when `type` is '" + type + "'");
        } else if (port.asInt() < FIRST_NODE_PORT || port.asInt() > LAST_NODE_PORT) {
            problems.invalid(
                    path,
                    port,
                    "provided port is not in the valid range. The range of valid ports is " + FIRST_NODE_PORT + "-"
                            + LAST_NODE_PORT);
        }
    }

    /** Two ports may share a number only with different protocols. */
    private void unlike(JsonNode port, String path) {
        String protocol = port.path("protocol").asText();
        if (!numbers.add(protocol + port.path("port").asText())) {
            ObjectNode key = JsonNodeFactory.instance.objectNode();
            key.put("Name", "").put("Protocol", protocol).putNull("AppProtocol");
            key.set("Port", port.path("port"));
            key.put("TargetPort", 0).put("NodePort", 0);
            problems.duplicate(path, key);
        }
    }
}
