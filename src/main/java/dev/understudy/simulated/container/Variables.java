package dev.understudy.simulated.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment of a container's processes, in the order in which a kubelet builds it. */
final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$\\(([-._a-zA-Z][-._a-zA-Z0-9]*)\\)");

    private final Sources sources;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private Variables(Container container, ObjectStore store) {
        this.sources = new Sources(store, container);
    }

    static Map<String, String> of(Container container, ObjectStore store) {
        Variables all = new Variables(container, store);
        all.variables.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        all.variables.put("HOSTNAME", container.hostname());
        String namespace = Meta.namespace(container.pod());
        store.view(Kinds.SERVICE, "default", "kubernetes").ifPresent(all::linkTo);
        if (container.pod().path("spec").path("enableServiceLinks").asBoolean(true)) {
            store.view(Kinds.SERVICE, namespace).forEach(all::linkTo);
        }
        container.spec().path("envFrom").forEach(all::include);
        container.spec().path("env").forEach(all::add);
        all.variables.putIfAbsent("HOME", "/root");
        return all.variables;
    }

    /** Names a Service's address and ports, as Docker links once did. */
    private void linkTo(JsonNode service) {
        String address = service.path("spec").path("clusterIP").asText("");
        if (address.isEmpty() || address.equals("None")) {
            return;
        }
        String name = word(service.path("metadata").path("name").asText());
        JsonNode ports = service.path("spec").path("ports");
        variables.put(name + "_SERVICE_HOST", address);
        variables.put(name + "_SERVICE_PORT", ports.path(0).path("port").asText());
        for (JsonNode port : ports) {
            String title = port.path("name").asText("");
            if (!title.isEmpty()) {
                variables.put(
                        name + "_SERVICE_PORT_" + word(title), port.path("port").asText());
            }
        }
        for (int i = 0; i < ports.size(); i++) {
            link(name, address, ports.get(i), i == 0);
        }
    }

    private void link(String name, String address, JsonNode port, boolean first) {
        String protocol = port.path("protocol").asText("TCP");
        String number = port.path("port").asText();
        String url = protocol.toLowerCase(Locale.ROOT) + "://" + address + ":" + number;
        String prefix = name + "_PORT_" + number + "_" + protocol;
        if (first) {
            variables.put(name + "_PORT", url);
        }
        variables.put(prefix, url);
        variables.put(prefix + "_PROTO", protocol.toLowerCase(Locale.ROOT));
        variables.put(prefix + "_PORT", number);
        variables.put(prefix + "_ADDR", address);
    }

    private void include(JsonNode from) {
        String prefix = from.path("prefix").asText("");
        sources.everything(from).forEach((name, value) -> variables.put(prefix + name, value));
    }

    private void add(JsonNode variable) {
        String name = variable.path("name").asText();
        if (variable.has("valueFrom")) {
            sources.value(variable.path("valueFrom")).ifPresent(value -> variables.put(name, value));
        } else {
            variables.put(name, expand(variable.path("value").asText(""), variables));
        }
    }

    /** Replaces {@code $(NAME)} by the variables so far; an unknown one stays as it is written. */
    static String expand(String text, Map<String, String> variables) {
        return REFERENCE.matcher(text).replaceAll(found -> {
            String name = found.group(1);
            String value = name == null ? "$" : variables.getOrDefault(name, found.group());
            return Matcher.quoteReplacement(value);
        });
    }

    private static String word(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
