package dev.understudy.cluster.kubernetes.field;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.FieldPath.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A map or list inside a working copy, and the JSON Pointer to it.
 *
 * @param pointer empty for the root
 * @param container what stands there
 */
public record Place(String pointer, Object container) {
    /** Tells whether something stands where the steps lead. */
    public static boolean present(Object root, List<Step> steps) {
        Place place = new Place("", root);
        for (Step step : steps) {
            int index = place.index(step);
            if (index < 0) {
                return false;
            }
            place = new Place(place.pointer(step, index), place.child(step, index));
        }
        return true;
    }

    /** Returns where in its list the element stands to which the steps lead; null when they lead to none. */
    public static @Nullable Integer index(Object root, List<Step> steps) {
        if (!(steps.getLast() instanceof Step.Element) || !present(root, steps)) {
            return null;
        }
        Place place = new Place("", root);
        for (Step step : steps.subList(0, steps.size() - 1)) {
            int index = place.index(step);
            place = new Place(place.pointer(step, index), place.child(step, index));
        }
        return place.index(steps.getLast());
    }

    /** Returns where the step leads: an index into a list, 0 for a field that is there, -1 for neither. */
    int index(Step step) {
        switch (step) {
            case Step.Field(String name) -> {
                return container instanceof Map<?, ?> map && map.containsKey(name) ? 0 : -1;
            }
            case Step.Element(String key, String value) -> {
                if (container instanceof List<?> list) {
                    for (int i = 0; i < list.size(); i++) {
                        if (list.get(i) instanceof Map<?, ?> map
                                && value.equals(Objects.toString(map.get(key), null))) {
                            return i;
                        }
                    }
                }
                return -1;
            }
        }
    }

    /** Returns the pointer to what the step leads to; for a missing element to the end of the list. */
    String pointer(Step step, int index) {
        return pointer
                + "/"
                + switch (step) {
                    case Step.Field(String name) -> escape(name);
                    case Step.Element ignored -> index < 0 ? "-" : String.valueOf(index);
                };
    }

    /** Returns what the step leads to; it must be there. */
    Object child(Step step, int index) {
        return Objects.requireNonNull(
                switch (step) {
                    case Step.Field(String name) -> map().get(name);
                    case Step.Element ignored -> list().get(index);
                });
    }

    /** Lets the step lead to a value. */
    void write(Step step, int index, Object value) {
        switch (step) {
            case Step.Field(String name) -> map().put(name, value);
            case Step.Element ignored when index < 0 -> list().add(value);
            case Step.Element ignored -> list().set(index, value);
        }
    }

    /** Returns how many elements a list has; 0 for a map. */
    int length() {
        return container instanceof List<?> list ? list.size() : 0;
    }

    /** Puts an element into the list before the one that has this index now. */
    void insert(int index, Object value) {
        list().add(index, value);
    }

    /** Lets the step lead to nothing. */
    void erase(Step step, int index) {
        switch (step) {
            case Step.Field(String name) -> map().remove(name);
            case Step.Element ignored -> list().remove(index);
        }
    }

    /** Tells whether nothing is left in it. */
    boolean empty() {
        return container instanceof Map<?, ?> map ? map.isEmpty() : container instanceof List<?> list && list.isEmpty();
    }

    /** Returns a name as a JSON Pointer spells it. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    // Working copies are made by PlainJson, which builds them of maps and lists of these types alone.
    @SuppressWarnings("unchecked")
    private Map<String, Object> map() {
        if (container instanceof Map<?, ?>) {
            return (Map<String, Object>) container;
        }
        throw new ClusterException(Kind.INVALID, "no fields can stand at " + pointer);
    }

    @SuppressWarnings("unchecked")
    private List<Object> list() {
        if (container instanceof List<?>) {
            return (List<Object>) container;
        }
        throw new ClusterException(Kind.INVALID, "no list elements can stand at " + pointer);
    }
}
