package dev.understudy.scenario.yaml;

import dev.understudy.scenario.Place;
import dev.understudy.scenario.Places;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Places of the parts of a tree.
 *
 * @param lost parts that could not be read
 */
public record TreePlaces(String file, Tree root, Set<String> lost) implements Places {
    public TreePlaces {
        lost = Set.copyOf(lost);
    }

    @Override
    public Place at(String part) {
        Place place = Place.START;
        Tree here = root;
        for (String step : steps(part)) {
            Tree.@Nullable Entry next = next(here, step);
            if (next == null) {
                return place;
            }
            here = next.value();
            // a list or map is found by its key: its own start may be lines further down
            place = here instanceof Tree.Leaf ? here.place() : next.key();
        }
        return place;
    }

    @Override
    public boolean sound(String part) {
        return lost.stream().noneMatch(l -> l.equals(part) || l.startsWith(part + "/") || part.startsWith(l + "/"));
    }

    private static List<String> steps(String part) {
        return part.isEmpty() ? List.of() : List.of(part.substring(1).split("/", -1));
    }

    private static Tree.@Nullable Entry next(Tree here, String step) {
        return switch (here) {
            case Tree.Fields fields ->
                fields.parts().get(step.replace("~1", "/").replace("~0", "~"));
            case Tree.Items items
            when step.matches("\\d{1,6}")
                    && Integer.parseInt(step) < items.parts().size() -> {
                Tree part = items.parts().get(Integer.parseInt(step));
                yield new Tree.Entry(part.place(), part);
            }
            case Tree.Items items -> null;
            case Tree.Leaf leaf -> null;
        };
    }
}
