package dev.understudy.scenario.language;

import dev.understudy.scenario.Nearest;
import dev.understudy.scenario.Place;
import dev.understudy.scenario.yaml.Problems;
import dev.understudy.scenario.yaml.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kinds of file that this version reads. */
public enum FileKind {
    SCENARIO("Scenario", "a scenario"),
    ROSTER("Roster", "a roster"),
    DEBRIEF("Debrief", "a debrief"),
    SETTINGS("Settings", "a file of settings"),
    IMPORT_MAPPING("ImportMapping", "a mapping for imports");

    private static final List<String> LATER = List.of("GameDay");

    private final String word;
    private final String what;

    FileKind(String word, String what) {
        this.word = word;
        this.what = what;
    }

    /** The word after {@code kind:}. */
    public String word() {
        return word;
    }

    /** What such a file is, in a sentence. */
    String what() {
        return what;
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
        int found = words().indexOf(leaf.text());
        if (found >= 0) {
            return Optional.of(values()[found]);
        }
        if (LATER.contains(leaf.text())) {
            problems.add(
                    leaf.place(),
                    "files of kind " + leaf.text() + " are not built yet",
                    "this version reads " + String.join(", ", words()));
            return Optional.empty();
        }
        problems.add(
                leaf.place(),
                "'kind' must be " + oneOf() + ", found " + leaf.describe(),
                Nearest.to(leaf.text(), words())
                        .map(w -> "did you mean '" + w + "'?")
                        .orElse(null));
        return Optional.empty();
    }

    private static Optional<FileKind> noKind(Tree value, Problems problems) {
        problems.add(value.place(), "'kind' must be " + oneOf() + ", found " + value.describe(), null);
        return Optional.empty();
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(FileKind::word).toList();
    }

    private static String oneOf() {
        return "one of " + String.join(", ", words());
    }
}
