package dev.understudy.simulated.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.GeneratedNames;
import java.util.List;

/** The projected volume {@code kube-api-access-xxxxx} with a pod's token, the cluster's root and the namespace. */
final class TokenVolume {
    private static final String PREFIX = "kube-api-access-";
    private static final String PLACE = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final int LIFETIME_SECONDS = 3607;
    /** Octal 644. */
    private static final int READABLE = 420;

    private TokenVolume() {}

    /** Mounts the volume in every container that has nothing at its place. */
    static void mount(ObjectNode spec) {
        String present = present(spec.path("volumes"));
        String name = present.isEmpty() ? GeneratedNames.of(PREFIX) : present;
        boolean mounted = false;
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(list)) {
                mounted |= mount((ObjectNode) container, name);
            }
        }
        if (mounted && present.isEmpty()) {
            add(spec.withArrayProperty("volumes"), name);
        }
    }

    private static String present(JsonNode volumes) {
        for (JsonNode volume : volumes) {
            if (volume.path("name").asText().startsWith(PREFIX)) {
                return volume.path("name").asText();
            }
        }
        return "";
    }

    private static boolean mount(ObjectNode container, String name) {
        for (JsonNode mount : container.path("volumeMounts")) {
            if (mount.path("mountPath").asText().equals(PLACE)) {
                return false;
            }
        }
        container
                .withArrayProperty("volumeMounts")
                .addObject()
                .put("name", name)
                .put("readOnly", true)
                .put("mountPath", PLACE);
        return true;
    }

    private static void add(ArrayNode volumes, String name) {
        ObjectNode projected = volumes.addObject().put("name", name).putObject("projected");
        ArrayNode sources = projected.putArray("sources");
        sources.addObject()
                .putObject("serviceAccountToken")
                .put("expirationSeconds", LIFETIME_SECONDS)
                .put("path", "token");
        ObjectNode root = sources.addObject().putObject("configMap").put("name", "kube-root-ca.crt");
        root.putArray("items").addObject().put("key", "ca.crt").put("path", "ca.crt");
        ObjectNode namespace = sources.addObject()
                .putObject("downwardAPI")
                .putArray("items")
                .addObject()
                .put("path", "namespace");
        namespace.putObject("fieldRef").put("apiVersion", "v1").put("fieldPath", "metadata.namespace");
        projected.put("defaultMode", READABLE);
    }
}
