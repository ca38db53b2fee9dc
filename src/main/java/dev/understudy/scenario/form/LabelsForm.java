package dev.understudy.scenario.form;

import dev.understudy.scenario.yaml.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map whose keys are the author's own, with text values.
 *
 * @param of what they are: {@code labels}
 */
public record LabelsForm(String of) implements Form<Map<String, String>> {
    private static final Form<String> VALUE = Texts.text();

    @Override
    public Map<String, String> read(Tree tree, Spot spot) {
        Map<String, String> read = new LinkedHashMap<>();
        switch (tree) {
            case Tree.Fields fields ->
                fields.parts()
                        .forEach((key, entry) ->
                                read.put(key, VALUE.read(entry.value(), spot.field(key, entry.key()))));
            case Tree.Leaf leaf when leaf.style() == Tree.Style.LOST -> spot.lose();
            case Tree.Leaf leaf -> mustBeMap(tree, spot);
            case Tree.Items items -> mustBeMap(tree, spot);
        }
        return read;
    }

    private void mustBeMap(Tree tree, Spot spot) {
        spot.wrong(tree.place(), spot.called() + " must be a map of " + of + ", found " + tree.describe(), null);
    }

    @Override
    public Map<String, String> blank() {
        return Map.of();
    }

    @Override
    public Map<String, Object> schema(SchemaBook book) {
        return JsonMap.of("type", "object", "additionalProperties", VALUE.schema(book));
    }
}
