package dev.understudy.scenario.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schema of an object while its parts write themselves into it. */
final class ObjectSchema {
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private final List<Map<String, Object>> choices = new ArrayList<>();

    void property(String key, String says, Map<String, Object> schema) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", says);
        property.putAll(schema);
        properties.put(key, property);
    }

    void require(String key) {
        required.add(key);
    }

    /** Exactly one of the keys. */
    void oneOf(List<String> keys) {
        if (keys.size() == 1) {
            require(keys.getFirst());
            return;
        }
        choices.add(Map.of(
                "oneOf",
                keys.stream().map(key -> JsonMap.of("required", List.of(key))).toList()));
    }

    Map<String, Object> written() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (choices.size() == 1) {
            schema.putAll(choices.getFirst());
        } else if (!choices.isEmpty()) {
            schema.put("allOf", choices);
        }
        schema.put("additionalProperties", false);
        return schema;
    }
}
