package dev.understudy.scenario.form;

import dev.understudy.scenario.Nearest;
import dev.understudy.scenario.yaml.Tree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was read for the parts of one object. */
public final class Values {
    private final IdentityHashMap<Part<?>, @Nullable Object> values = new IdentityHashMap<>();

    private Values() {}

    /** Returns what was read for a part of the object's form. */
    @SuppressWarnings({"unchecked", "NullAway"}) // put in by the part itself, null only where its type allows null
    public <T extends @Nullable Object> T get(Part<T> part) {
        return (T) values.get(part);
    }

    /** Reads every part of an object, and reports every key that belongs to none. */
    static Values read(List<? extends Part<?>> parts, Tree tree, Spot spot) {
        Values read = new Values();
        switch (tree) {
            case Tree.Fields fields -> {
                Map<String, Tree.Entry> meant = meant(parts, fields, spot);
                parts.forEach(part -> read.values.put(part, part.read(meant, spot)));
                return read;
            }
            case Tree.Leaf leaf when leaf.style() == Tree.Style.LOST -> spot.lose();
            case Tree.Leaf leaf -> mustBeMap(tree, spot);
            case Tree.Items items -> mustBeMap(tree, spot);
        }
        return blank(parts);
    }

    static Values blank(List<? extends Part<?>> parts) {
        Values blank = new Values();
        parts.forEach(part -> blank.values.put(part, part.blank()));
        return blank;
    }

    private static void mustBeMap(Tree tree, Spot spot) {
        spot.wrong(tree.place(), spot.called() + " must be a map of fields, found " + tree.describe(), null);
    }

    /**
     * Reports unknown keys. One that is a slip of the pen for a field that is not there is read as that field, so that
     * the slip is one problem and not two.
     */
    private static Map<String, Tree.Entry> meant(List<? extends Part<?>> parts, Tree.Fields fields, Spot spot) {
        List<String> known = new ArrayList<>();
        parts.forEach(part -> known.addAll(part.keys()));
        Map<String, Tree.Entry> meant = new LinkedHashMap<>();
        fields.parts().forEach((key, entry) -> {
            if (known.contains(key)) {
                meant.put(key, entry);
                return;
            }
            spot.remark(entry.key(), "unknown field '" + shown(key) + "'", hint(key, known));
            Optional<String> likely =
                    Nearest.to(key, known).filter(k -> !fields.parts().containsKey(k));
            likely.ifPresent(k -> meant.putIfAbsent(k, entry));
        });
        return meant;
    }

    private static String hint(String key, List<String> known) {
        return key.equals("<<") ? "merge keys are not read: write the fields out" : Nearest.hint(key, known);
    }

    private static String shown(String key) {
        return key.length() <= 60 ? key : key.substring(0, 60) + "...";
    }
}
