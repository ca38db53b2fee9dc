package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Secrets. No message here ever holds a value of one. */
final class SecretRules implements KindRules {
    private static final int LARGEST = 1024 * 1024;

    @Override
    public void fill(ObjectNode object) {
        Fill.in(object, "type", "Opaque");
        if (object.get("stringData") instanceof ObjectNode plain) {
            ObjectNode data = Fill.object(object, "data");
            plain.properties().forEach(entry -> {
                byte[] bytes = entry.getValue().asText().getBytes(StandardCharsets.UTF_8);
                data.put(entry.getKey(), Base64.getEncoder().encodeToString(bytes));
            });
            object.remove("stringData");
        }
    }

    @Override
    public void check(ObjectNode object, @Nullable ObjectNode before, Problems problems) {
        ConfigMapRules.checkKeys(object.path("data"), "data", problems);
        object.path("data").properties().forEach(entry -> {
            if (!isBase64(entry.getValue().asText())) {
                problems.forbidden("data[" + entry.getKey() + "]", "illegal base64 data");
            }
        });
        if (ConfigMapRules.size(object.path("data")) > LARGEST * 4L / 3) {
            problems.tooLong("data", LARGEST);
        }
        problems.immutable(object, before, "type");
        ConfigMapRules.checkImmutable(object, before, problems);
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
