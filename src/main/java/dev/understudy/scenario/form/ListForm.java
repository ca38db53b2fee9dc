package dev.understudy.scenario.form;

import dev.understudy.scenario.yaml.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of parts that all have one form.
 *
 * @param least how many there must be for an editor to be content; that a list is too short is for the checks to say
 */
public record ListForm<T>(Form<T> part, int least) implements Form<List<T>> {
    /** A list that may be empty. */
    public static <T> ListForm<T> of(Form<T> part) {
        return new ListForm<>(part, 0);
    }

    /** A list that must hold something. */
    public static <T> ListForm<T> some(Form<T> part) {
        return new ListForm<>(part, 1);
    }

    @Override
    public List<T> read(Tree tree, Spot spot) {
        List<T> read = new ArrayList<>();
        switch (tree) {
            case Tree.Items items -> {
                for (Tree each : items.parts()) {
                    read.add(part.read(each, spot.item(read.size(), each.place())));
                }
            }
            case Tree.Leaf leaf when leaf.style() == Tree.Style.LOST -> spot.lose();
            case Tree.Leaf leaf -> mustBeList(tree, spot);
            case Tree.Fields fields -> mustBeList(tree, spot);
        }
        return read;
    }

    private static void mustBeList(Tree tree, Spot spot) {
        spot.wrong(
                tree.place(), spot.called() + " must be a list, found " + tree.describe(), "entries begin with '- '");
    }

    @Override
    public List<T> blank() {
        return List.of();
    }

    @Override
    public Map<String, Object> schema(SchemaBook book) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", part.schema(book));
        if (least > 0) {
            schema.put("minItems", least);
        }
        return schema;
    }
}
