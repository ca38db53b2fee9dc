package dev.understudy.simulated.fields;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects places and makes a {@link FieldSet} of them. */
final class FieldSetBuilder {
    private boolean member;
    private final SortedMap<String, FieldSetBuilder> children = new TreeMap<>();

    void add(List<String> path) {
        FieldSetBuilder at = this;
        for (String element : path) {
            at = at.children.computeIfAbsent(element, unused -> new FieldSetBuilder());
        }
        at.member = true;
    }

    FieldSet build() {
        SortedMap<String, FieldSet> built = new TreeMap<>();
        children.forEach((element, child) -> built.put(element, child.build()));
        return new FieldSet(member, built);
    }
}
