package dev.understudy.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with the meaning of a file. A finding rests on parts of the file; where one of them could not
 * be read, that is a problem of its own already and the finding is dropped: it would judge a value nobody wrote.
 */
public final class Findings {
    private final Places places;
    private final List<Problem> problems = new ArrayList<>();

    public Findings(Places places) {
        this.places = places;
    }

    /** Adds a finding that stands at a part and also rests on others. */
    public void add(String part, String message, @Nullable String hint, String... alsoRestsOn) {
        if (places.sound(part) && List.of(alsoRestsOn).stream().allMatch(places::sound)) {
            Place place = places.at(part);
            problems.add(new Problem(places.file(), place.line(), place.column(), message, hint));
        }
    }

    /** Adds a finding for a name that is not among the known ones. */
    public void unknown(String part, String what, String name, Collection<String> known, String... alsoRestsOn) {
        if (!known.contains(name)) {
            add(part, "no " + what + " is called '" + name + "'", Nearest.hint(name, known), alsoRestsOn);
        }
    }

    /** Returns the parts that hold the names of a list's elements. */
    static String[] namesIn(String list, List<?> elements) {
        return IntStream.range(0, elements.size())
                .mapToObj(i -> list + "/" + i + "/name")
                .toArray(String[]::new);
    }

    /** Adds a finding for each element whose name an earlier one has. */
    <T> void twice(String list, String what, String key, List<T> elements, Function<T, String> name) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            String each = name.apply(elements.get(i));
            Integer first = seen.putIfAbsent(each, i);
            if (first != null) {
                add(
                        list + "/" + i + key,
                        "two " + what + " are called '" + each + "'",
                        "the first is in line "
                                + places.at(list + "/" + first + key).line(),
                        list + "/" + first + key);
            }
        }
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
