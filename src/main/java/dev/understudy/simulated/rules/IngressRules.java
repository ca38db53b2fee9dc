package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ingresses. */
final class IngressRules implements KindRules {
    private static final Set<String> ABSOLUTE = Set.of("Exact", "Prefix");
    private static final List<String> NOT_IN_A_PATH = List.of("//", "/./", "/../", "%2f", "%2F");
    private static final List<String> NOT_AT_THE_END = List.of("/..", "/.");

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        JsonNode spec = object.path("spec");
        if (spec.path("rules").isEmpty() && !spec.has("defaultBackend")) {
            problems.invalid("spec", NullNode.getInstance(), "either `defaultBackend` or `rules` must be specified");
        }
        if (spec.has("defaultBackend")) {
            backend(spec.path("defaultBackend"), "spec.defaultBackend", problems);
        }
        for (int i = 0; i < spec.path("rules").size(); i++) {
            rule(spec.path("rules").get(i), "spec.rules[" + i + "]", problems);
        }
        for (int i = 0; i < spec.path("tls").size(); i++) {
            JsonNode hosts = spec.path("tls").get(i).path("hosts");
            for (int j = 0; j < hosts.size(); j++) {
                DnsNames.host(hosts.get(j), "spec.tls[" + i + "].hosts[" + j + "]", problems);
            }
        }
        if (spec.has("ingressClassName")) {
            DnsNames.subdomain(spec.path("ingressClassName"), "spec.ingressClassName", problems);
        }
    }

    private static void rule(JsonNode rule, String path, Problems problems) {
        JsonNode host = rule.path("host");
        if (DnsNames.isAddress(host.asText(""))) {
            problems.invalid(path + ".host", host, "must be a DNS name, not an IP address");
        } else if (!host.asText("").isEmpty()) {
            DnsNames.host(host, path + ".host", problems);
        }
        if (!rule.has("http")) {
            return;
        }
        JsonNode paths = rule.path("http").path("paths");
        if (paths.isEmpty()) {
            problems.required(path + ".http.paths", "");
        }
        for (int i = 0; i < paths.size(); i++) {
            path(paths.get(i), path + ".http.paths[" + i + "]", problems);
        }
    }

    private static void path(JsonNode entry, String at, Problems problems) {
        JsonNode type = entry.path("pathType");
        String path = entry.path("path").asText("");
        if (type.isMissingNode()) {
            problems.required(at + ".pathType", "pathType must be specified");
        } else if (ABSOLUTE.contains(type.asText())) {
            if (path.startsWith("/")) {
                parts(path, at + ".path", problems);
            } else {
                problems.invalid(at + ".path", TextNode.valueOf(path), "must be an absolute path");
            }
        } else if (!type.asText().equals("ImplementationSpecific")) {
            problems.unsupported(at + ".pathType", type, "\"Exact\", \"ImplementationSpecific\", \"Prefix\"");
        } else if (!path.isEmpty() && !path.startsWith("/")) {
            problems.invalid(at + ".path", TextNode.valueOf(path), "must be an absolute path");
        }
        backend(entry.path("backend"), at + ".backend", problems);
    }

    private static void parts(String path, String at, Problems problems) {
        for (String part : NOT_IN_A_PATH) {
            if (path.contains(part)) {
                problems.invalid(at, TextNode.valueOf(path), "must not contain '" + part + "'");
            }
        }
        for (String end : NOT_AT_THE_END) {
            if (path.endsWith(end)) {
                problems.invalid(at, TextNode.valueOf(path), "cannot end with '" + end + "'");
            }
        }
    }

    private static void backend(JsonNode backend, String path, Problems problems) {
        JsonNode service = backend.path("service");
        if (service.isMissingNode()) {
            if (!backend.has("resource")) {
                problems.invalid(path, TextNode.valueOf(""), "resource or service backend is required");
            }
            return;
        }
        if (backend.has("resource")) {
            problems.invalid(path, TextNode.valueOf(""), "cannot set both resource and service backends");
            return;
        }
        if (service.path("name").asText("").isEmpty()) {
            problems.required(path + ".service.name", "");
        } else {
            DnsNames.label(service.path("name"), path + ".service.name", problems);
        }
        port(service.path("port"), path, problems);
    }

    private static void port(JsonNode port, String path, Problems problems) {
        boolean named = !port.path("name").asText("").isEmpty();
        boolean numbered = port.path("number").asInt() != 0;
        if (named && numbered) {
            problems.invalid(path, TextNode.valueOf(""), "cannot set both port name & port number");
        } else if (named) {
            DnsNames.portName(port.path("name"), path + ".service.port.name", problems);
        } else if (numbered) {
            Ports.check(port.path("number"), path + ".service.port.number", problems);
        } else {
            problems.required(path, "port name or number is required");
        }
    }
}
