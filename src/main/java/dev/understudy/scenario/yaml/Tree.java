package dev.understudy.scenario.yaml;

import dev.understudy.scenario.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML document, with its place. */
public sealed interface Tree {
    /** Where the value begins. */
    Place place();

    /** Says what it is, for an error: {@code number 5}, {@code a list}. */
    String describe();

    /**
     * A value without parts. Its meaning is decided by whoever knows what is wanted there, so that nothing is turned
     * into a number, a date or a truth value on the way.
     *
     * @param text exactly as it stands in the file, quotes and escapes resolved
     */
    record Leaf(Place place, String text, Style style) implements Tree {
        private static final int SHOWN = 60;

        /** What the text looks like to YAML 1.2. */
        public PlainSort sort() {
            return style == Style.QUOTED ? PlainSort.TEXT : PlainSort.of(text);
        }

        @Override
        public String describe() {
            String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
            return switch (sort()) {
                case NOTHING -> "nothing";
                case TRUTH, WHOLE, DECIMAL -> sort().word() + " " + shown;
                case TEXT -> "text '" + shown.replace("\n", "\\n") + "'";
            };
        }
    }

    /** A list. */
    record Items(Place place, List<Tree> parts) implements Tree {
        public Items {
            parts = List.copyOf(parts);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /** A map with text keys, in the order of the file. */
    record Fields(Place place, Map<String, Entry> parts) implements Tree {
        public Fields {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }

        @Override
        public String describe() {
            return "a map";
        }
    }

    /**
     * One entry of a map.
     *
     * @param key where the key stands
     */
    record Entry(Place key, Tree value) {}

    /** How a leaf came to its text. */
    enum Style {
        /** Without quotes: may be meant as a number or truth value. */
        PLAIN,
        /** In quotes, as a block, or put together: text. */
        QUOTED,
        /** It stands for a parameter as a whole: text or number, as is wanted. */
        GIVEN,
        /** Its text is not known because of a problem reported already. */
        LOST
    }
}
