package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Meta;
import java.util.Optional;

/** What a pod needs of ConfigMaps and Secrets before its containers can be started, in a kubelet's words. */
final class ConfigNeeds {
    private ConfigNeeds() {}

    /** Returns the first variable that cannot be had, empty when the container can be made. */
    static Optional<String> variables(ObjectNode pod, ContainerSpec spec, Surroundings around) {
        for (JsonNode source : spec.json().path("envFrom")) {
            Optional<String> missing = object("configmap", source.path("configMapRef"), around)
                    .or(() -> object("secret", source.path("secretRef"), around));
            if (missing.isPresent()) {
                return missing;
            }
        }
        for (JsonNode variable : spec.json().path("env")) {
            JsonNode from = variable.path("valueFrom");
            Optional<String> missing = key(pod, "ConfigMap", from.path("configMapKeyRef"), around)
                    .or(() -> key(pod, "Secret", from.path("secretKeyRef"), around));
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> object(String kind, JsonNode reference, Surroundings around) {
        String name = reference.path("name").asText();
        boolean needed = reference.isObject() && !reference.path("optional").asBoolean();
        return needed && around.config(kind, name).isEmpty()
                ? Optional.of(kind + " \"" + name + "\" not found")
                : Optional.empty();
    }

    private static Optional<String> key(ObjectNode pod, String kind, JsonNode reference, Surroundings around) {
        Optional<String> absent = object(kind.toLowerCase(java.util.Locale.ROOT), reference, around);
        if (absent.isPresent()
                || !reference.isObject()
                || reference.path("optional").asBoolean()) {
            return absent;
        }
        String key = reference.path("key").asText();
        String name = reference.path("name").asText();
        return around.config(kind.toLowerCase(java.util.Locale.ROOT), name)
                .filter(config -> !has(config, key))
                .map(_ -> "couldn't find key " + key + " in " + kind + " " + Meta.namespace(pod) + "/" + name);
    }

    /** Returns why the first volume cannot be set up, empty when all can. */
    static Optional<String> volumes(ObjectNode pod, Surroundings around) {
        for (JsonNode volume : pod.path("spec").path("volumes")) {
            Optional<String> missing = contents("configmap", volume.path("configMap"), "name", around)
                    .or(() -> contents("secret", volume.path("secret"), "secretName", around))
                    .or(() -> projected(volume.path("projected"), around));
            if (missing.isPresent()) {
                String name = volume.path("name").asText();
                return Optional.of("MountVolume.SetUp failed for volume \"" + name + "\" : " + missing.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> projected(JsonNode projected, Surroundings around) {
        for (JsonNode source : projected.path("sources")) {
            Optional<String> missing = contents("configmap", source.path("configMap"), "name", around)
                    .or(() -> contents("secret", source.path("secret"), "name", around));
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> contents(String kind, JsonNode source, String nameField, Surroundings around) {
        if (!source.isObject() || source.path("optional").asBoolean()) {
            return Optional.empty();
        }
        String name = source.path(nameField).asText();
        Optional<ObjectNode> found = around.config(kind, name);
        if (found.isEmpty()) {
            // every cluster publishes its certificate authority under this name; here nobody needs the file
            return name.equals("kube-root-ca.crt")
                    ? Optional.empty()
                    : Optional.of(kind + " \"" + name + "\" not found");
        }
        for (JsonNode item : source.path("items")) {
            String key = item.path("key").asText();
            if (!has(found.get(), key)) {
                return Optional.of(
                        kind.equals("secret")
                                ? "references non-existent secret key: " + key
                                : "configmap references non-existent config key: " + key);
            }
        }
        return Optional.empty();
    }

    private static boolean has(ObjectNode config, String key) {
        return config.path("data").has(key) || config.path("binaryData").has(key);
    }
}
