package dev.understudy.simulated.custom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Matches the patterns of definitions. Clients write both pattern and text, so that a match may cost only so much: a
 * server's own engine needs time in proportion to the text, this one may need for ever. What costs more does not match.
 */
final class Patterns {
    private static final int REMEMBERED = 256;
    /** Looks at characters; three for each that the largest body has. */
    private static final int MOST_LOOKS = 10_000_000;

    private static final Map<String, Pattern> COMPILED = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pattern> eldest) {
            return size() > REMEMBERED;
        }
    };

    private Patterns() {}

    /** Tells whether a pattern is found in a text. */
    static boolean isFound(String pattern, String text) {
        try {
            return compiled(pattern)
                    .matcher(new Metered(text, 0, text.length(), new int[1]))
                    .find();
        } catch (TooManyLooks | StackOverflowError tooCostly) {
            return false;
        }
    }

    private static Pattern compiled(String pattern) {
        synchronized (COMPILED) {
            return COMPILED.computeIfAbsent(pattern, Pattern::compile);
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyLooks() {
            super("too many looks at a text", null, false, false);
        }
    }

    /** A text that counts how often it is looked at, in a counter that its parts share. */
    private record Metered(String text, int from, int to, int[] looks) implements CharSequence {
        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            if (++looks[0] > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Metered(text, from + start, from + end, looks);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
