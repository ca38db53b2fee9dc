package dev.understudy.scenario.form;

import dev.understudy.scenario.yaml.Problems;
import dev.understudy.scenario.yaml.Tree;
import dev.understudy.scenario.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a form makes of a piece of YAML. */
record Reading<T extends @Nullable Object>(T value, List<String> problems) {
    static <T extends @Nullable Object> Reading<T> of(Form<T> form, String yaml) {
        Problems problems = new Problems("f");
        Tree tree = YamlReader.read(yaml.getBytes(StandardCharsets.UTF_8), problems)
                .orElseThrow(() -> new AssertionError(problems.inOrder()));
        T value = form.read(tree, Spot.root(problems));
        return new Reading<>(
                value, problems.inOrder().stream().map(Object::toString).toList());
    }
}
