package dev.understudy.simulated.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the volumes of a pod hold: ConfigMaps, Secrets, the pod's own fields and its identity. Others are empty. */
final class Volumes {
    private static final String ROOT_AUTHORITY = "kube-root-ca.crt";

    private final Container container;
    private final Surroundings world;
    private final Sources sources;

    Volumes(Container container, Surroundings world) {
        this.container = container;
        this.world = world;
        this.sources = new Sources(world.store(), container);
    }

    /** Returns the files of a volume by their paths in it. */
    Map<String, String> files(String volume) {
        for (JsonNode each : container.pod().path("spec").path("volumes")) {
            if (each.path("name").asText().equals(volume)) {
                return each.has("projected") ? projected(each.path("projected")) : source(each, "secretName");
            }
        }
        return Map.of();
    }

    private Map<String, String> projected(JsonNode volume) {
        Map<String, String> files = new LinkedHashMap<>();
        volume.path("sources").forEach(each -> files.putAll(source(each, "name")));
        return files;
    }

    private Map<String, String> source(JsonNode source, String secretField) {
        if (source.has("configMap")) {
            JsonNode named = source.path("configMap");
            return chosen(configMap(named.path("name").asText()), named.path("items"));
        }
        if (source.has("secret")) {
            JsonNode named = source.path("secret");
            return chosen(sources.secret(named.path(secretField).asText()), named.path("items"));
        }
        if (source.has("serviceAccountToken")) {
            String path = source.path("serviceAccountToken").path("path").asText();
            return Map.of(path, world.identities().apply(container.pod()));
        }
        return fields(source.path("downwardAPI").path("items"));
    }

    /** Every namespace has the authority of the API server, whether or not the ConfigMap is stored. */
    private Map<String, String> configMap(String name) {
        Map<String, String> stored = sources.configMap(name);
        return stored.isEmpty() && name.equals(ROOT_AUTHORITY) ? Map.of("ca.crt", world.authority()) : stored;
    }

    private static Map<String, String> chosen(Map<String, String> values, JsonNode items) {
        if (items.isEmpty()) {
            return values;
        }
        Map<String, String> files = new LinkedHashMap<>();
        for (JsonNode item : items) {
            String value = values.get(item.path("key").asText());
            if (value != null) {
                files.put(item.path("path").asText(), value);
            }
        }
        return files;
    }

    private Map<String, String> fields(JsonNode items) {
        Map<String, String> files = new LinkedHashMap<>();
        for (JsonNode item : items) {
            sources.value(item).ifPresent(value -> files.put(item.path("path").asText(), value));
        }
        return files;
    }
}
