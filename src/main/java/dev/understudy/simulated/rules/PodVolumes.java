package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Checks the volumes of a pod. */
final class PodVolumes {
    /** What the source of a volume has to name. */
    private static final Map<String, String> WANTED = Map.of(
            "configMap", "name",
            "secret", "secretName",
            "hostPath", "path",
            "persistentVolumeClaim", "claimName");

    private PodVolumes() {}

    /** Checks all volumes and adds their names. */
    static void check(JsonNode volumes, String path, Set<String> names, Problems problems) {
        for (int i = 0; i < volumes.size(); i++) {
            JsonNode name = volumes.get(i).path("name");
            String at = path + "[" + i + "]";
            sources(volumes.get(i), at, problems);
            if (name.asText("").isEmpty()) {
                problems.required(at + ".name", "");
                continue;
            }
            problems.dnsLabel(at + ".name", name);
            if (!names.add(name.asText())) {
                problems.duplicate(at + ".name", name);
            }
        }
    }

    private static void sources(JsonNode volume, String path, Problems problems) {
        boolean found = false;
        for (var field : volume.properties()) {
            String source = field.getKey();
            if (source.equals("name")) {
                continue;
            }
            if (found) {
                problems.forbidden(path + "." + source, "may not specify more than 1 volume type");
                return;
            }
            found = true;
            String wanted = WANTED.getOrDefault(source, "");
            if (!wanted.isEmpty() && field.getValue().path(wanted).asText("").isEmpty()) {
                problems.required(path + "." + source + "." + wanted, "");
            }
            items(field.getValue().path("items"), path + "." + source + ".items", problems);
        }
    }

    private static void items(JsonNode items, String path, Problems problems) {
        for (int i = 0; i < items.size(); i++) {
            for (String field : new String[] {"key", "path"}) {
                // the files of a downward API volume have no keys
                boolean keyless = field.equals("key")
                        && (items.get(i).has("fieldRef") || items.get(i).has("resourceFieldRef"));
                if (!keyless && items.get(i).path(field).asText("").isEmpty()) {
                    problems.required(path + "[" + i + "]." + field, "");
                }
            }
            checkBelow(items.get(i).path("path"), path + "[" + i + "].path", problems);
        }
    }

    /** Checks a path that has to stay below another. */
    static void checkBelow(JsonNode place, String path, Problems problems) {
        String text = place.asText("");
        if (text.startsWith("/")) {
            problems.invalid(path, place, "must be a relative path");
        }
        if (Arrays.asList(text.split("/")).contains("..")) {
            problems.invalid(path, place, "must not contain '..'");
        }
    }
}
