package dev.understudy.scenario.yaml;

import dev.understudy.scenario.Place;
import dev.understudy.scenario.yaml.Tree.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Turns composed nodes into a tree, following aliases: an alias may lead back to itself, or multiply. */
final class NodeReader {
    private static final int MAX_VALUES = 100_000;
    /** One long text under many aliases costs each reader of it its length again. */
    private static final long MAX_CHARACTERS = 2L * YamlReader.MAX_BYTES;

    private final Problems problems;
    private final Set<Node> above = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;
    private long characters;

    NodeReader(Problems problems) {
        this.problems = problems;
    }

    /** Returns the tree; empty when there is nothing to look at or too much. */
    Optional<Tree> document(Node root) {
        if (root instanceof ScalarNode scalar && scalar.getValue().isEmpty()) {
            problems.add(Place.START, "the file is empty", null);
            return Optional.empty();
        }
        Tree tree = read(root);
        if (tooMuch()) {
            problems.add(
                    place(root), "more than 100000 values or 2 MiB once aliases are followed", "use fewer aliases");
            return Optional.empty();
        }
        return Optional.of(tree);
    }

    private Tree read(Node node) {
        values++;
        if (tooMuch()) {
            return lost(node);
        }
        if (!node.getTag().equals(YamlReader.UNTAGGED)) {
            problems.add(place(node), "tags such as !!int or !name are not read", "remove the tag");
            return lost(node);
        }
        if (!above.add(node)) {
            problems.add(place(node), "this value contains itself through an alias", "remove the alias");
            return lost(node);
        }
        try {
            return switch (node) {
                case ScalarNode scalar -> leaf(scalar);
                case SequenceNode list -> items(list);
                case MappingNode map -> fields(map);
                default -> lost(node);
            };
        } finally {
            above.remove(node);
        }
    }

    private boolean tooMuch() {
        return values > MAX_VALUES || characters > MAX_CHARACTERS;
    }

    private Tree leaf(ScalarNode node) {
        characters += node.getValue().length();
        Style style = node.getScalarStyle() == ScalarStyle.PLAIN ? Style.PLAIN : Style.QUOTED;
        return new Tree.Leaf(place(node), node.getValue(), style);
    }

    private Tree items(SequenceNode node) {
        List<Tree> parts = new ArrayList<>();
        for (Node part : node.getValue()) {
            parts.add(read(part));
        }
        return new Tree.Items(place(node), parts);
    }

    private Tree fields(MappingNode node) {
        Map<String, Tree.Entry> parts = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place place = place(tuple.getKeyNode());
            Tree value = read(tuple.getValueNode());
            if (!(read(tuple.getKeyNode()) instanceof Tree.Leaf key)) {
                problems.add(place, "a key must be text", null);
                continue;
            }
            if (key.style() == Style.LOST) {
                continue;
            }
            Tree.Entry first = parts.putIfAbsent(key.text(), new Tree.Entry(place, value));
            if (first != null) {
                problems.add(
                        place,
                        "'" + key.text() + "' is there twice",
                        "the first is in line " + first.key().line());
            }
        }
        return new Tree.Fields(place(node), parts);
    }

    private static Tree lost(Node node) {
        return new Tree.Leaf(place(node), "", Style.LOST);
    }

    private static Place place(Node node) {
        Mark mark = node.getStartMark();
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
