package dev.understudy.scenario.language;

import dev.understudy.scenario.Nearest;
import dev.understudy.scenario.Place;
import dev.understudy.scenario.yaml.Problems;
import dev.understudy.scenario.yaml.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Kinds of file that this version reads. */
public enum FileKind {
    SCENARIO("Scenario"),
    ROSTER("Roster"),
    DEBRIEF("Debrief"),
    SETTINGS("Settings");

    private static final List<String> LATER = List.of("GameDay");

    private final String word;

    FileKind(String word) {
        this.word = word;
    }

    /** The word after {@code kind:}. */
    public String word() {
        return word;
    }

    /** Returns the kind that a document says it is; empty after a problem was added. */
    static Optional<FileKind> of(Tree document, Problems problems) {
        if (!(document instanceof Tree.Fields root)) {
            problems.add(
                    document.place(),
                    "a file begins with fields such as apiVersion and kind, found " + document.describe(),
                    null);
            return Optional.empty();
        }
        Tree.@Nullable Entry kind = root.parts().get("kind");
        if (kind == null) {
            problems.add(Place.START, "'kind' is missing", "such as kind: " + FileKind.SCENARIO.word());
            return Optional.empty();
        }
        return kind.value() instanceof Tree.Leaf leaf ? named(leaf, problems) : noKind(kind.value(), problems);
    }

    private static Optional<FileKind> named(Tree.Leaf leaf, Problems problems) {
        List<String> words = Arrays.stream(values()).map(FileKind::word).toList();
        int found = words.indexOf(leaf.text());
        if (found >= 0) {
            return Optional.of(values()[found]);
        }
        if (LATER.contains(leaf.text())) {
            problems.add(
                    leaf.place(),
                    "files of kind " + leaf.text() + " are not built yet",
                    "this version reads " + String.join(", ", words));
            return Optional.empty();
        }
        problems.add(
                leaf.place(),
                "'kind' must be " + oneOf() + ", found " + leaf.describe(),
                Nearest.to(leaf.text(), words)
                        .map(w -> "did you mean '" + w + "'?")
                        .orElse(null));
        return Optional.empty();
    }

    private static Optional<FileKind> noKind(Tree value, Problems problems) {
        problems.add(value.place(), "'kind' must be " + oneOf() + ", found " + value.describe(), null);
        return Optional.empty();
    }

    private static String oneOf() {
        return "one of " + Arrays.stream(values()).map(FileKind::word).collect(Collectors.joining(", "));
    }
}
