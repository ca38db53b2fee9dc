package dev.understudy.simulated.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Combines remarks that differ only in their message: from the tenth within ten minutes on they share one Event, so that
 * what goes on and on does not push everything else out.
 */
final class Similar {
    private static final int TOLD_APART = 10;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int REMEMBERED = 4096;

    /** What combined remarks have in common, its message being empty. */
    private record Theme(String uid, Remark remark) {}

    private record Told(Set<String> messages, Instant last) {}

    private final Map<Theme, Told> themes = new LinkedHashMap<>(16, 0.75f, true);

    /** Tells whether a remark about an object is one too many of its like. */
    boolean isCombined(String uid, Remark remark, Instant now) {
        Theme theme = new Theme(uid, remark.saying(""));
        Told before = themes.get(theme);
        Set<String> messages =
                before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now)
                        ? new HashSet<>()
                        : before.messages();
        themes.put(theme, new Told(messages, now));
        if (themes.size() > REMEMBERED) {
            themes.remove(themes.keySet().iterator().next());
        }
        if (messages.size() < TOLD_APART - 1) {
            messages.add(remark.message());
        }
        return !messages.contains(remark.message());
    }
}
