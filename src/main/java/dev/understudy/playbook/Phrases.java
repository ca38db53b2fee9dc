package dev.understudy.playbook;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How figures, times and lists read in the sentences of a playbook. */
final class Phrases {
    private Phrases() {}

    /** Returns {@code a}, {@code a and b}, {@code a, b and c}; {@code nobody} for none. */
    static String names(Collection<String> names) {
        List<String> all = List.copyOf(names);
        if (all.isEmpty()) {
            return "nobody";
        }
        String last = all.getLast();
        return all.size() == 1 ? last : String.join(", ", all.subList(0, all.size() - 1)) + " and " + last;
    }

    /** Returns {@code 1 drill} or {@code 3 drills}. */
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Returns a figure to four digits after the point. */
    static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Returns {@code 45s}, {@code 7m}, {@code 1h 5m}; to the second below an hour. */
    static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + "m" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + "s");
        }
        return minutes / 60 + "h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + "m");
    }
}
