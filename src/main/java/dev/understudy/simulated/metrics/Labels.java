package dev.understudy.simulated.metrics;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The labels of a series, by name; the name of the metric is the label {@code __name__}. An empty label is no label.
 *
 * @param all in the order of names
 */
public record Labels(SortedMap<String, String> all) {
    public static final String NAME = "__name__";
    public static final Labels NONE = new Labels(new TreeMap<>());

    public Labels {
        all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
    }

    /**
     * Names a series.
     *
     * @param pairs names and values in turn
     */
    public static Labels of(String metric, String... pairs) {
        SortedMap<String, String> labels = new TreeMap<>(Map.of(NAME, metric));
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                labels.put(pairs[i], pairs[i + 1]);
            }
        }
        return new Labels(labels);
    }

    /** Returns a label's value, empty when there is none. */
    public String get(String label) {
        return all.getOrDefault(label, "");
    }

    /** Returns these labels without the name of the metric. */
    public Labels unnamed() {
        return where(label -> !label.equals(NAME));
    }

    public Labels only(Collection<String> labels) {
        return where(labels::contains);
    }

    /** Returns what is left without these and without the name of the metric. */
    public Labels without(Collection<String> labels) {
        return where(label -> !label.equals(NAME) && !labels.contains(label));
    }

    private Labels where(Predicate<String> kept) {
        SortedMap<String, String> left = new TreeMap<>(all);
        left.keySet().removeIf(kept.negate());
        return new Labels(left);
    }
}
