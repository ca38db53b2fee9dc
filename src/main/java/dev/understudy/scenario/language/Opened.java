package dev.understudy.scenario.language;

import dev.understudy.scenario.yaml.Problems;
import dev.understudy.scenario.yaml.Tree;
import dev.understudy.scenario.yaml.YamlReader;
import java.util.Optional;

/** A file whose text is a tree and says what kind it is. */
record Opened(Tree tree, FileKind kind) {
    /** Opens a file; empty after a problem was added. */
    static Optional<Opened> of(Source source, Problems problems) {
        return source.bytes(problems)
                .flatMap(bytes -> YamlReader.read(bytes, problems))
                .flatMap(tree -> FileKind.of(tree, problems).map(kind -> new Opened(tree, kind)));
    }
}
