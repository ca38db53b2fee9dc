package dev.understudy.independence;

import java.util.List;
import java.util.Locale;

/** How figures and lists read in proofs. */
final class Wording {
    private Wording() {}

    /** Returns {@code a}, {@code a and b}, {@code a, b, and c}; empty for none. */
    static String listed(List<String> parts) {
        int count = parts.size();
        if (count <= 1) {
            return count == 0 ? "" : parts.getFirst();
        }
        if (count == 2) {
            return parts.get(0) + " and " + parts.get(1);
        }
        return String.join(", ", parts.subList(0, count - 1)) + ", and " + parts.getLast();
    }

    /** Returns a figure to four digits after the point. */
    static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Returns {@code 1 drill}, {@code 2 drills}. */
    static String counted(long count, String noun) {
        return count + " " + (count == 1 ? noun : noun.endsWith("s") ? noun + "es" : noun + "s");
    }
}
