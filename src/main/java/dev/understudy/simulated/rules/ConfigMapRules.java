package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Config maps, and what secrets share with them. */
final class ConfigMapRules implements KindRules {
    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final int LARGEST = 1024 * 1024;

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        checkKeys(object.path("data"), "data", problems);
        checkKeys(object.path("binaryData"), "binaryData", problems);
        if (size(object.path("data")) + size(object.path("binaryData")) > LARGEST) {
            problems.tooLong("", LARGEST);
        }
        checkImmutable(object, before, problems);
    }

    static void checkKeys(JsonNode entries, String path, Problems problems) {
        entries.fieldNames().forEachRemaining(key -> {
            if (!KEY.matcher(key).matches() || key.startsWith("..") || key.equals(".")) {
                problems.invalid(
                        path + "[" + key + "]",
                        TextNode.valueOf(key),
                        "a valid config key must consist of"
                                + " alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or"
                                + " 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')");
            }
        });
    }

    static void checkImmutable(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        if (before == null || !before.path("immutable").asBoolean()) {
            return;
        }
        for (String field : new String[] {"immutable", "data", "binaryData"}) {
            if (!Objects.equals(object.get(field), before.get(field))) {
                problems.forbidden(field, "field is immutable when `immutable` is set");
            }
        }
    }

    static long size(JsonNode entries) {
        return entries.properties().stream()
                .mapToLong(entry -> entry.getValue().asText().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
