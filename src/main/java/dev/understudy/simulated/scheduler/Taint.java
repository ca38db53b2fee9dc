package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a node keeps pods away by, unless they tolerate it. */
record Taint(String key, String value, String effect) {
    private static final String SOFT = "PreferNoSchedule";

    static List<Taint> of(JsonNode taints) {
        List<Taint> read = new ArrayList<>();
        for (JsonNode taint : taints) {
            read.add(new Taint(
                    taint.path("key").asText(),
                    taint.path("value").asText(),
                    taint.path("effect").asText()));
        }
        return read;
    }

    boolean isSoft() {
        return effect.equals(SOFT);
    }

    boolean isToleratedBy(JsonNode podSpec) {
        for (JsonNode toleration : podSpec.path("tolerations")) {
            if (isToleratedByOne(toleration)) {
                return true;
            }
        }
        return false;
    }

    private boolean isToleratedByOne(JsonNode toleration) {
        String wantedEffect = toleration.path("effect").asText();
        if (!wantedEffect.isEmpty() && !wantedEffect.equals(effect)) {
            return false;
        }
        String wantedKey = toleration.path("key").asText();
        if (toleration.path("operator").asText().equals("Exists")) {
            return wantedKey.isEmpty() || wantedKey.equals(key);
        }
        return wantedKey.equals(key) && toleration.path("value").asText().equals(value);
    }
}
