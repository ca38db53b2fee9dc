package dev.understudy.simulated.world;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Counts what a document becomes when its aliases are written out, so that a small file cannot fill the memory. */
final class Expansion {
    private static final int MOST_NODES = 200_000;

    private final Set<Node> above = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    private Expansion() {}

    /** Returns why the document must not be written out, empty when it may. */
    static Optional<String> obstacle(Node document) {
        return new Expansion().visit(document);
    }

    private Optional<String> visit(Node node) {
        if (++nodes > MOST_NODES) {
            return Optional.of("too large when its aliases are written out");
        }
        if (!above.add(node)) {
            return Optional.of("a part of it contains itself by an alias");
        }
        Optional<String> obstacle =
                children(node).map(this::visit).flatMap(Optional::stream).findFirst();
        above.remove(node);
        return obstacle;
    }

    private static Stream<Node> children(Node node) {
        return switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream().flatMap(tuple -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()));
            case SequenceNode sequence -> sequence.getValue().stream();
            default -> Stream.of();
        };
    }
}
