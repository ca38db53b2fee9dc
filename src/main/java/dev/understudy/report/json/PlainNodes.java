package dev.understudy.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.report.markup.SafeText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON: every component under its name, figures to four digits after the point, durations and moments as
 * ISO-8601, constants in the words of pages. Golden files keep the names.
 */
final class PlainNodes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DIGITS = 4;

    private PlainNodes() {}

    /** Returns the value of any component of a record. */
    static JsonNode of(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Boolean b -> NODES.booleanNode(b);
            case Integer i -> NODES.numberNode(i);
            case Long l -> NODES.numberNode(l);
            case Double d -> figure(d);
            case Enum<?> constant -> NODES.textNode(word(constant));
            case Map<?, ?> map -> map(map);
            case Collection<?> all -> list(all);
            case Record tuple -> object(tuple);
            default -> NODES.textNode(SafeText.visible(value.toString()));
        };
    }

    /** Returns a record as an object. */
    static ObjectNode object(Record tuple) {
        ObjectNode node = NODES.objectNode();
        for (RecordComponent component : tuple.getClass().getRecordComponents()) {
            node.set(component.getName(), of(read(tuple, component)));
        }
        return node;
    }

    private static JsonNode figure(double value) {
        return Double.isFinite(value)
                ? NODES.numberNode(BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN))
                : NODES.nullNode();
    }

    private static ObjectNode map(Map<?, ?> map) {
        ObjectNode node = NODES.objectNode();
        map.entrySet().stream()
                .sorted((a, b) -> a.getKey().toString().compareTo(b.getKey().toString()))
                .forEach(e -> node.set(SafeText.visible(e.getKey().toString()), of(e.getValue())));
        return node;
    }

    private static ArrayNode list(Collection<?> all) {
        ArrayNode node = NODES.arrayNode();
        all.forEach(each -> node.add(of(each)));
        return node;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Object read(Record tuple, RecordComponent component) {
        try {
            return component.getAccessor().invoke(tuple);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a public record can be read: " + component, e);
        }
    }
}
