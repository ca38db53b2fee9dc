package dev.understudy.scenario.form;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object in the order in which it is written. */
final class JsonMap {
    private JsonMap() {}

    static Map<String, Object> of(String key, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }

    static Map<String, Object> of(String key, Object value, String key2, Object value2) {
        Map<String, Object> map = of(key, value);
        map.put(key2, value2);
        return map;
    }

    static Map<String, Object> of(String key, Object value, String key2, Object value2, String key3, Object value3) {
        Map<String, Object> map = of(key, value, key2, value2);
        map.put(key3, value3);
        return map;
    }
}
