package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;

/** Checks the taints that a pod tolerates. */
final class Tolerations {
    private static final String EFFECTS = "\"NoSchedule\", \"PreferNoSchedule\", \"NoExecute\"";

    private Tolerations() {}

    static void check(JsonNode tolerations, String path, Problems problems) {
        for (int i = 0; i < tolerations.size(); i++) {
            one(tolerations.get(i), path + "[" + i + "]", problems);
        }
    }

    private static void one(JsonNode toleration, String path, Problems problems) {
        JsonNode operator = toleration.path("operator");
        boolean exists = operator.asText().equals("Exists");
        String key = toleration.path("key").asText("");
        if (!key.isEmpty()) {
            MetadataRules.checkKey(key, path + ".key", problems);
        } else if (!exists) {
            problems.invalid(
                    path + ".operator",
                    operator,
                    "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");
        }
        JsonNode effect = toleration.path("effect");
        if (toleration.has("tolerationSeconds") && !effect.asText().equals("NoExecute")) {
            problems.invalid(path + ".effect", effect, "effect must be 'NoExecute' when `tolerationSeconds` is set");
        }
        if (exists && !toleration.path("value").asText("").isEmpty()) {
            problems.invalid(
                    path + ".operator", toleration.path("value"), "value must be empty when `operator` is 'Exists'");
        }
        problems.oneOf(toleration, path, "operator", "\"Equal\", \"Exists\"");
        problems.oneOf(toleration, path, "effect", EFFECTS);
    }
}
