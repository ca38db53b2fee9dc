package dev.understudy.scenario.form;

import dev.understudy.scenario.Place;
import dev.understudy.scenario.yaml.PlainSort;
import dev.understudy.scenario.yaml.Tree;
import java.util.List;

/** A default of the language, as it would stand in a file: a leaf, or a list of leaves. */
sealed interface DefaultValue {
    /** One leaf. */
    record One(String text) implements DefaultValue {
        @Override
        public Tree tree() {
            return new Tree.Leaf(Place.NONE, text, Tree.Style.PLAIN);
        }

        @Override
        public Object json() {
            return switch (PlainSort.of(text)) {
                case TRUTH -> Boolean.valueOf(text);
                case WHOLE -> Integer.valueOf(text);
                case NOTHING, DECIMAL, TEXT -> text;
            };
        }
    }

    /** A list of them. */
    record Many(List<One> parts) implements DefaultValue {
        @Override
        public Tree tree() {
            return new Tree.Items(Place.NONE, parts.stream().map(One::tree).toList());
        }

        @Override
        public Object json() {
            return parts.stream().map(One::json).toList();
        }
    }

    /** Returns what a form reads. */
    Tree tree();

    /** Returns it as a JSON value. */
    Object json();
}
