package dev.understudy.scenario.language;

import dev.understudy.scenario.Place;
import dev.understudy.scenario.Places;
import dev.understudy.scenario.Problem;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Spot;
import dev.understudy.scenario.yaml.Problems;
import dev.understudy.scenario.yaml.TreePlaces;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A kind of file that is read without any other. Whoever owns what such a file says gives it its form.
 *
 * @param form of the whole document
 * @param checks what must hold beyond the form, as far as the file alone can tell
 */
public record LoneFile<T>(FileKind kind, Form<T> form, BiFunction<T, Places, List<Problem>> checks) {
    /** Reads a file, or reports every problem in it. */
    public Read<T> read(Source source) {
        Problems problems = new Problems(source.name());
        return Opened.of(source, problems)
                .map(file -> read(file, problems))
                .orElseGet(() -> new Read.Bad<>(problems.inOrder()));
    }

    Read<T> read(Opened file, Problems problems) {
        if (file.kind() != kind) {
            problems.add(
                    Place.START, "this is " + file.kind().what() + ", and " + kind.what() + " is wanted here", null);
            return new Read.Bad<>(problems.inOrder());
        }
        Spot spot = Spot.root(problems);
        T value = form.read(file.tree(), spot);
        TreePlaces places = new TreePlaces(problems.file(), file.tree(), spot.lost());
        problems.addAll(checks.apply(value, places));
        return problems.isEmpty() ? new Read.Good<>(value, places) : new Read.Bad<>(problems.inOrder());
    }

    Map<String, Object> schema() {
        String word = kind.word();
        return Schemas.written(word.toLowerCase(Locale.ROOT), word, form);
    }
}
