package dev.understudy.scenario.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.scenario.yaml.Tree;
import java.math.BigDecimal;

/** A tree as an editor's YAML 1.2 parser would hand it to a JSON Schema. */
final class TreeJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TreeJson() {}

    static JsonNode of(Tree tree) {
        return switch (tree) {
            case Tree.Leaf leaf -> leaf(leaf);
            case Tree.Items items -> {
                ArrayNode array = JSON.arrayNode();
                items.parts().forEach(part -> array.add(of(part)));
                yield array;
            }
            case Tree.Fields fields -> {
                ObjectNode object = JSON.objectNode();
                fields.parts().forEach((key, entry) -> object.set(key, of(entry.value())));
                yield object;
            }
        };
    }

    private static JsonNode leaf(Tree.Leaf leaf) {
        return switch (leaf.sort()) {
            case NOTHING -> JSON.nullNode();
            case TRUTH -> JSON.booleanNode(Boolean.parseBoolean(leaf.text()));
            case WHOLE -> JSON.numberNode(new java.math.BigInteger(leaf.text()));
            case DECIMAL -> JSON.numberNode(new BigDecimal(leaf.text()));
            case TEXT -> JSON.textNode(leaf.text());
        };
    }
}
