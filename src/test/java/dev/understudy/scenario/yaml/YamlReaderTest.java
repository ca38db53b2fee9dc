package dev.understudy.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.scenario.Place;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    private final Problems problems = new Problems("f");

    @Test
    void values_keep_their_text_and_their_place() {
        Tree tree = read("a: 0777\nb:\n  - yes\n").orElseThrow();

        TreePlaces places = new TreePlaces("f", tree, Set.of());
        assertThat(places.at("/a")).isEqualTo(new Place(1, 4));
        assertThat(places.at("/b")).isEqualTo(new Place(2, 1));
        assertThat(places.at("/b/0")).isEqualTo(new Place(3, 5));
        assertThat(value(tree, "a")).isEqualTo(new Tree.Leaf(new Place(1, 4), "0777", Tree.Style.PLAIN));
    }

    @Test
    void anchors_and_aliases_within_bounds_are_followed() {
        Tree tree = read("a: &x {k: v}\nb: *x\n").orElseThrow();

        assertThat(value(tree, "b")).isEqualTo(value(tree, "a"));
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void a_long_text_under_many_aliases_is_refused() {
        String text = "a: &a " + "x".repeat(100_000) + "\nb: [" + "*a, ".repeat(50_000) + "]\n";

        Optional<Tree> tree = read(text);

        assertThat(tree).isEmpty();
        assertThat(problems.inOrder()).singleElement().asString().contains("once aliases are followed");
    }

    @Test
    void a_file_of_nothing_but_mistakes_is_answered_with_the_first_few_hundred() {
        read("!!int a: 1\n" + "!!int b: 1\n".repeat(5_000));

        assertThat(problems.inOrder()).hasSize(201);
        assertThat(problems.inOrder().getLast().message()).endsWith("more problems");
    }

    private static Tree value(Tree map, String key) {
        return Objects.requireNonNull(((Tree.Fields) map).parts().get(key)).value();
    }

    private Optional<Tree> read(String text) {
        return YamlReader.read(text.getBytes(StandardCharsets.UTF_8), problems);
    }
}
