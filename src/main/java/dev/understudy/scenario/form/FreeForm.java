package dev.understudy.scenario.form;

import dev.understudy.scenario.yaml.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map that holds anything: a Kubernetes object, or a part of one. Its values are what YAML 1.2 says they are: maps,
 * lists, text, whole numbers, decimals, truth values, nothing.
 */
public record FreeForm() implements Form<Map<String, Object>> {
    @Override
    public Map<String, Object> read(Tree tree, Spot spot) {
        return switch (tree) {
            case Tree.Fields fields -> map(fields, spot);
            case Tree.Leaf leaf when leaf.style() == Tree.Style.LOST -> lost(spot);
            case Tree.Leaf leaf -> mustBeMap(leaf, spot);
            case Tree.Items items -> mustBeMap(items, spot);
        };
    }

    private static Map<String, Object> map(Tree.Fields fields, Spot spot) {
        Map<String, Object> read = new LinkedHashMap<>();
        fields.parts().forEach((key, entry) -> read.put(key, value(entry.value(), spot.field(key, entry.key()))));
        return read;
    }

    @SuppressWarnings("NullAway") // nothing is a value in JSON too: it stands in maps and lists
    private static Object value(Tree tree, Spot spot) {
        return switch (tree) {
            case Tree.Fields fields -> map(fields, spot);
            case Tree.Items items -> list(items, spot);
            case Tree.Leaf leaf -> leaf(leaf, spot);
        };
    }

    private static List<Object> list(Tree.Items items, Spot spot) {
        List<Object> read = new ArrayList<>();
        for (Tree each : items.parts()) {
            read.add(value(each, spot.item(read.size(), each.place())));
        }
        return read;
    }

    private static @Nullable Object leaf(Tree.Leaf leaf, Spot spot) {
        if (leaf.style() == Tree.Style.LOST) {
            spot.lose();
            return null;
        }
        return switch (leaf.sort()) {
            case NOTHING -> null;
            case TRUTH -> leaf.text().equalsIgnoreCase("true");
            case WHOLE -> whole(leaf, spot);
            case DECIMAL -> decimal(leaf, spot);
            case TEXT -> leaf.text();
        };
    }

    private static @Nullable Object whole(Tree.Leaf leaf, Spot spot) {
        try {
            long number = Long.parseLong(leaf.text());
            return (int) number == number ? (Object) (int) number : (Object) number;
        } catch (NumberFormatException e) {
            spot.wrong(leaf.place(), "number " + leaf.text() + " is not one in decimal digits", "put text in quotes");
            return null;
        }
    }

    private static @Nullable Object decimal(Tree.Leaf leaf, Spot spot) {
        try {
            return new BigDecimal(leaf.text()).doubleValue();
        } catch (NumberFormatException e) {
            spot.wrong(leaf.place(), leaf.text() + " has no JSON form", "put text in quotes");
            return null;
        }
    }

    private static Map<String, Object> lost(Spot spot) {
        spot.lose();
        return Map.of();
    }

    private static Map<String, Object> mustBeMap(Tree tree, Spot spot) {
        spot.wrong(tree.place(), spot.called() + " must be a map of fields, found " + tree.describe(), null);
        return Map.of();
    }

    @Override
    public Map<String, Object> blank() {
        return Map.of();
    }

    @Override
    public Map<String, Object> schema(SchemaBook book) {
        return JsonMap.of("type", "object");
    }
}
