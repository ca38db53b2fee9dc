package dev.understudy.history.file;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each of some texts came. Keeps the first ten thousand different ones: a file can hold millions. */
public final class Frequencies {
    private static final int KEPT = 10_000;
    private static final Comparator<Map.Entry<String, Long>> MOST_FREQUENT =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final Map<String, Long> times = new HashMap<>();
    private boolean more;

    void add(String text) {
        if (times.size() < KEPT || times.containsKey(text)) {
            times.merge(text, 1L, Long::sum);
        } else {
            more = true;
        }
    }

    /** Returns the texts with how often each came, most frequent first. */
    public List<Map.Entry<String, Long>> mostFrequent() {
        return times.entrySet().stream().sorted(MOST_FREQUENT).toList();
    }

    /** Tells whether there were others that were not counted. */
    public boolean more() {
        return more;
    }
}
