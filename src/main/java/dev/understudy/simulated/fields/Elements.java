package dev.understudy.simulated.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Shape.ListOf;
import dev.understudy.simulated.schema.Shape.Merge;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Names the elements of lists that are not atomic. */
public final class Elements {
    private Elements() {}

    /** Returns the elements of a list by their names in {@code FieldsV1}, in the list's order. */
    public static Map<String, JsonNode> byName(ListOf shape, @Nullable JsonNode list) {
        Map<String, JsonNode> elements = new LinkedHashMap<>();
        if (list instanceof ArrayNode array) {
            array.forEach(element -> elements.putIfAbsent(name(shape, element), element));
        }
        return elements;
    }

    static String name(ListOf shape, JsonNode element) {
        return shape.merge() == Merge.SET ? "v:" + element : "k:" + keys(shape, element);
    }

    private static ObjectNode keys(ListOf shape, JsonNode element) {
        ObjectNode keys = JsonNodeFactory.instance.objectNode();
        for (String key : new TreeSet<>(shape.keys())) {
            JsonNode value = element.get(key);
            if (value != null) {
                keys.set(key, value);
            } else if (key.equals("protocol")) {
                keys.put(key, "TCP");
            }
        }
        return keys;
    }
}
